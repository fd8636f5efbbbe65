import { readingsOf } from './readings.ts'
import { wordsOf } from './words.ts'

/** One spelling for texts that say the same words, however they are spaced, capitalised or composed. */
export const comparable = (text: string): string => wordsOf(text).join('')

/** The same for what somebody typed, in each of the ways that it can be read. */
export const comparableReadings = (typed: string): string[] => [
  ...new Set(readingsOf(typed).map(({ words }) => words.join(''))),
]
