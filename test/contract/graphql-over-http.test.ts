import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDoor, type Door } from '../kit/door.ts'

let door: Door
beforeAll(async () => {
  door = await startDoor()
})
afterAll(() => door.stop())

/** A GET must carry a header that a foreign page cannot send. */
const withKey: typeof fetch = (input, init) =>
  fetch(input, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-api-key': 'audit' },
  })

const audits = serverAudits({ url: () => `${door.url}/graphql`, fetchFn: withKey })

describe('GraphQL over HTTP', () => {
  test('the list of audits is the one we answer for', () => {
    expect(audits).toHaveLength(61)
  })

  test.each(audits.map(audit => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn()
      expect(result).toMatchObject({ status: 'ok' })
    },
  )
})
