import { comparable, comparableReadings } from './comparable.ts'
import { initialsOf, typedInitials } from './initials.ts'
import { keystrokesOf } from './keystrokes.ts'
import { wordsOf } from './words.ts'

/**
 * Whether a short label is meant by what somebody types, key by key: 심, 시ㅁ, tla and ㅅㅅ all mean 심사.
 * For lists short enough to be looked through whole, such as the pages and actions of a desk.
 */
export function matchesLabel(label: string, typed: string): boolean {
  const words = wordsOf(typed)
  if (words.length === 0) return true
  const spelled = comparable(label)
  const initials = typedInitials(words)
  if (initials !== undefined) return initialsOf(spelled).includes(initials)
  const keys = keystrokesOf(spelled)
  return comparableReadings(typed).some(reading => keys.includes(keystrokesOf(reading)))
}
