import { setTimeout } from 'node:timers/promises'
import { refusalCodes } from '@panro/api/src/platform/refusal.ts'
import { expect } from 'vitest'
import { ask, type Answer, type Asked } from './ask.ts'

export interface Refused {
  message: string
  extensions: { code: string; field?: string }
}

/** How long a wrong request may take, and how long the next caller then waits. */
const longest = { answer: 100, health: 50 }

/**
 * Asks, then asks how the server is. When either took too long the pair is tried once more, a moment
 * later: the machine may have been busy with something else.
 */
export async function askThenHealth(url: string, asked: Asked): Promise<Answer> {
  const first = await askPair(url, asked)
  if (first.answer.ms <= longest.answer && first.healthMs <= longest.health) return first.answer
  await setTimeout(300)
  const second = await askPair(url, asked)
  expect(second.healthMs).toBeLessThanOrEqual(longest.health)
  expect(second.answer.ms).toBeLessThanOrEqual(longest.answer)
  return second.answer
}

async function askPair(url: string, asked: Asked) {
  const answer = await ask(url, asked)
  return { answer, healthMs: await healthMs(url) }
}

async function healthMs(url: string): Promise<number> {
  const begun = performance.now()
  const { status } = await fetch(`${url}/health`)
  expect(status).toBe(200)
  return performance.now() - begun
}

export async function expectHealthy(url: string) {
  const first = await healthMs(url)
  if (first <= longest.health) return
  await setTimeout(300)
  expect(await healthMs(url)).toBeLessThanOrEqual(longest.health)
}

/** What every refusal looks like, whatever was wrong: JSON, short, quick, and silent about our insides. */
export function expectGoodRefusal(answer: Answer): Refused[] {
  expect(answer.status).toBeGreaterThanOrEqual(200)
  expect(answer.status).toBeLessThan(500)
  expect(answer.headers.get('content-type')).toMatch(
    /^application\/(graphql-response\+)?json; charset=utf-8$/,
  )
  expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  expect(answer.text.length).toBeLessThanOrEqual(1000)
  expectSilence(answer.text)
  const errors = errorsOf(answer.text)
  expect(errors).toHaveLength(1)
  return errors
}

export function errorsOf(text: string): Refused[] {
  const errors = errorsIn(text)
  for (const { message, extensions } of errors) {
    expect(message.length).toBeGreaterThan(0)
    expect(message.length).toBeLessThanOrEqual(200)
    expect(Object.keys(refusalCodes)).toContain(extensions.code)
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
  }
  return errors
}

function errorsIn(text: string): Refused[] {
  const answer: { errors?: Refused[] } = JSON.parse(text)
  return answer.errors ?? []
}

/** No page, no stack, no path of a file, no SQL, no list of names to guess from, no long echo. */
function expectSilence(text: string) {
  expect(text).not.toMatch(/<html|<!doctype/i)
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\/src\/|file:\/\//)
  expect(text).not.toMatch(/\bselect .* from\b|relation "/i)
  expect(text).not.toContain('Did you mean')
  expect(text).not.toMatch(/(.)\1{100}/)
}
