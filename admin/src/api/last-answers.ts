import type { OperationResult } from '@urql/core'
import { keep, kept } from '../device-storage.ts'

/** What the board of a day shows, and who looks at it; nothing that it finds in the lists of people behind it. */
const names: readonly string[] = ['Viewer', 'EventHead', 'DayBoard']
const isBoard = () => /^\/staff\/events\/[^/]+\/day$/.test(location.pathname)
const keyOf = (name: string) => `panro.last ${name}`
/** A working day: what is older is of another one. */
const longestMs = 18 * 3_600_000

interface Last {
  at: number
  variables: string
  data: unknown
}

/**
 * 마지막 답 — where there is no network, the board of a day shows what it was told last. Signing out forgets it with
 * all that the browser keeps; so does the server when it does not know the person any more, or refuses.
 */
export function orLastAnswer(result: OperationResult, name: string): OperationResult {
  if (!names.includes(name) || !isBoard()) return result
  const variables = JSON.stringify(result.operation.variables)
  if (!result.error) {
    const last: Last = { at: Date.now(), variables, data: result.data }
    if (name === 'Viewer' && result.data?.viewer === null) forget()
    else keep(keyOf(name), JSON.stringify(last))
    return result
  }
  if (result.error.response !== undefined) forget()
  const last = lastOf(name)
  const isIt = last?.variables === variables && Date.now() - last.at < longestMs
  return isIt ? { ...result, data: last.data, error: undefined } : result
}

function forget() {
  for (const name of names) keep(keyOf(name), null)
}

function lastOf(name: string): Last | null {
  try {
    const last: unknown = JSON.parse(kept(keyOf(name)) ?? 'null')
    return isLast(last) ? last : null
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    // Not ours: there is nothing to go on with.
    return null
  }
}

const isLast = (last: unknown): last is Last =>
  typeof last === 'object' && last !== null && 'at' in last && 'variables' in last && 'data' in last
