import { Refusal } from '../../platform/refusal.ts'

const longestWords = 200

/** Refuses words that are a text and no search. */
export function checkLength(words: string): void {
  if (words.length > longestWords)
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`query\` is longer than ${longestWords} characters; search by fewer words.`,
      'query',
    )
}
