import { demoPassword } from '@panro/api/seeds/demo/persons.ts'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, read } from '../kit/ask.ts'

let app: TestApp
let now = new Date('2026-03-02T00:00:00Z')
beforeAll(async () => {
  app = await startApp({ clock: () => now, signIn: { needsSecondFactor: true } })
})
afterAll(() => app.stop())

const after = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
const codeAt = (secret: string, secondsFromNow = 0) =>
  generate({ secret, epoch: Math.floor(now.getTime() / 1000) + secondsFromNow })

interface Begun {
  token: string
  stage: string
  viewer: { role: string } | null
}
const begun = 'token stage viewer { role }'
const signIn = async (email: string) =>
  (
    await read<{ signIn: Begun }>(
      app,
      `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { ${begun} } }`,
      { variables: { email, password: demoPassword } },
    )
  ).signIn
const verify = (token: string, code: string) =>
  ask<{ verifySecondFactor: Begun }>(
    app,
    `mutation ($code: String!) { verifySecondFactor(code: $code) { ${begun} } }`,
    {
      token,
      variables: { code },
    },
  )
const roleOf = async (token: string) =>
  (await ask<{ viewer: { role: string } | null }>(app, '{ viewer { role } }', { token })).data?.viewer
    ?.role ?? null

/** Signs in for the first time, and enrols. */
async function enrol(email: string) {
  const { token, stage, viewer } = await signIn(email)
  expect({ stage, viewer }).toEqual({ stage: 'ENROLMENT', viewer: null })
  const { startSecondFactor } = await read<{ startSecondFactor: { secret: string; uri: string } }>(
    app,
    'mutation { startSecondFactor { secret uri } }',
    { token },
  )
  const { secret, uri } = startSecondFactor
  expect(uri).toMatch(new RegExp(`^otpauth://totp/.*secret=${secret}`))
  const { confirmSecondFactor } = await read<{
    confirmSecondFactor: { recoveryCodes: string[]; signIn: Begun }
  }>(
    app,
    `mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes signIn { ${begun} } } }`,
    { token, variables: { code: await codeAt(secret) } },
  )
  return { secret, half: token, ...confirmSecondFactor }
}

test('staff sign in with password and code; the password alone opens nothing', async () => {
  const { secret, half, signIn: open } = await enrol('staff@demo.example.kr')
  expect(open).toMatchObject({ stage: 'OPEN', viewer: { role: 'STAFF' } })
  expect(await roleOf(open.token)).toBe('STAFF')
  expect(await ask(app, '{ viewer { role } }', { token: half })).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })

  after(60)
  const { token, stage } = await signIn('staff@demo.example.kr')
  expect(stage).toBe('SECOND_FACTOR')
  expect(await roleOf(token)).toBeNull()
  // Who knows the password cannot enrol an app of their own instead.
  expect(
    (await ask(app, 'mutation { startSecondFactor { secret } }', { token })).errors?.[0]?.extensions.code,
  ).toBe('UNAUTHENTICATED')
  const { data } = await verify(token, await codeAt(secret))
  expect(data?.verifySecondFactor.stage).toBe('OPEN')
  expect(await roleOf(data?.verifySecondFactor.token ?? '')).toBe('STAFF')
})

test('88, 89. a code is good once, and for one step to either side', async () => {
  const { secret } = await enrol('lead@demo.example.kr')
  after(600)
  const used = await codeAt(secret)
  expect(
    (await verify((await signIn('lead@demo.example.kr')).token, used)).data?.verifySecondFactor.stage,
  ).toBe('OPEN')
  const refused = async (code: string) =>
    (await verify((await signIn('lead@demo.example.kr')).token, code)).errors?.[0]?.extensions.code
  expect(await refused(used)).toBe('SIGN_IN_REFUSED')
  // An older one within the window is refused as well: it could have been looked at over a shoulder.
  expect(await refused(await codeAt(secret, -30))).toBe('SIGN_IN_REFUSED')
  after(600)
  expect(await refused(await codeAt(secret, -61))).toBe('SIGN_IN_REFUSED')
  expect(await refused(await codeAt(secret, 61))).toBe('SIGN_IN_REFUSED')
  const late = await verify((await signIn('lead@demo.example.kr')).token, await codeAt(secret, -30))
  expect(late.data?.verifySecondFactor.stage).toBe('OPEN')
  after(600)
  const early = await verify((await signIn('lead@demo.example.kr')).token, await codeAt(secret, 30))
  expect(early.data?.verifySecondFactor.stage).toBe('OPEN')
})

test('of two requests with one code at the same moment one passes', async () => {
  const { secret } = await enrol('lead.narae@demo.example.kr')
  after(600)
  const halves = [await signIn('lead.narae@demo.example.kr'), await signIn('lead.narae@demo.example.kr')]
  const code = await codeAt(secret)
  const answers = await Promise.all(halves.map(({ token }) => verify(token, code)))
  expect(answers.filter(({ data }) => data).length).toBe(1)
})

test('after five wrong codes there is a pause; recovery codes open once each', async () => {
  const { secret, recoveryCodes } = await enrol('staff.narae@demo.example.kr')
  expect(new Set(recoveryCodes).size).toBe(10)
  after(600)
  const [first = '', second = ''] = recoveryCodes
  const spaced = first.toLowerCase().replace(/(.{4})/g, '$1-')
  expect((await verify((await signIn('staff.narae@demo.example.kr')).token, spaced)).data).toBeTruthy()
  const { token } = await signIn('staff.narae@demo.example.kr')
  const codes = []
  for (let time = 0; time < 6; time++) codes.push((await verify(token, first)).errors?.[0]?.extensions.code)
  expect(codes).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), 'TOO_MANY_TRIES'])
  expect((await verify(token, await codeAt(secret))).errors?.[0]?.extensions.code).toBe('TOO_MANY_TRIES')
  after(601)
  expect((await verify((await signIn('staff.narae@demo.example.kr')).token, second)).data).toBeTruthy()
})

test('whoever has the app renews the recovery codes; those of before open nothing', async () => {
  const { secret, recoveryCodes, signIn: open } = await enrol('colleague@demo.example.kr')
  const token = open.token
  const renew = (code: string) =>
    ask<{ renewRecoveryCodes: string[] }>(app, `mutation { renewRecoveryCodes(code: "${code}") }`, { token })
  const left = async () =>
    (
      await read<{ viewer: { recoveryCodesLeft: number } }>(app, '{ viewer { recoveryCodesLeft } }', {
        token,
      })
    ).viewer.recoveryCodesLeft
  after(60)
  expect((await renew('000000')).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED')
  const codes = (await renew(await codeAt(secret))).data?.renewRecoveryCodes ?? []
  expect(codes).toHaveLength(10)
  expect(new Set([...codes, ...recoveryCodes]).size).toBe(20)
  expect(await left()).toBe(10)
  after(60)
  const half = (await signIn('colleague@demo.example.kr')).token
  expect((await verify(half, recoveryCodes[0] ?? '')).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED')
  expect((await verify(half, codes[0] ?? '')).data).toBeTruthy()
  expect(await left()).toBe(9)
})

test('buyers and enterprises need none', async () => {
  expect(await signIn('buyer@demo.example.kr')).toMatchObject({ stage: 'OPEN', viewer: { role: 'BUYER' } })
})
