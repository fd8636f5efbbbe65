import { Refusal } from './refusal.ts'

/** Control characters, and those that turn the direction of the text around them. */
const neverStored = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** Whether a text could be shown as what it is, and stored. */
export const isShowable = (text: string): boolean => text.isWellFormed() && !neverStored.test(text)

const somethingVisible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** One line that a person has written, as it is stored: composed (NFC), trimmed; refused when it could deceive or not be shown. */
export function lineOfText(text: string, field: string, longest = 200): string {
  const line = text.normalize('NFC').trim()
  if (!isShowable(line))
    throw new Refusal(
      'BAD_USER_INPUT',
      `\`${field}\` holds characters that cannot be shown; type it anew.`,
      field,
    )
  if (!somethingVisible.test(line)) throw new Refusal('BAD_USER_INPUT', `\`${field}\` is empty.`, field)
  if (line.length <= longest) return line
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is longer than ${longest} characters.`, field)
}

/** The same where nothing need be said: blank and null clear it, undefined leaves it as it is. */
export function lineOrNothing(
  text: string | null | undefined,
  field: string,
  longest?: number,
): string | null | undefined {
  if (text == null) return text
  return text.trim() === '' ? null : lineOfText(text, field, longest)
}
