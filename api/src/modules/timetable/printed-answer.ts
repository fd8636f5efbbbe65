import type { Answer } from './solve.ts'

/** An answer as one line of JSON, meetings and slots counted from 1 as in the file. */
export function printedAnswer({ status, breaks, bound, idle, schedule, reason, seconds }: Answer): string {
  const slots = Object.fromEntries((schedule ?? []).map((slot, meeting) => [meeting + 1, slot + 1]))
  return JSON.stringify({ status, breaks, bound, idle, slots, reason, seconds })
}
