/** How many digits, with the commas between them, a number may have. */
const digits = { number: 10, won: 17 } as const

/** One thing to fill in. */
export interface FormField {
  name: string
  label: string
  kind:
    | keyof typeof digits
    | 'text'
    | 'date'
    | 'time'
    | 'moment'
    | 'long'
    | 'choice'
    | 'category'
    | 'region'
    | 'check'
  isRequired?: boolean
  hint?: string
  suffix?: string
  options?: readonly { value: string; label: string }[]
}

/** What was filled in, by name; a check is `yes` or nothing. */
export type Values = Readonly<Record<string, string>>

/** Nothing typed is nothing said. */
export const textOf = (values: Values, name: string): string | null => values[name]?.trim() || null

export const numberOf = (values: Values, name: string): number | null => {
  const text = textOf(values, name)?.replaceAll(',', '')
  return text === undefined ? null : Number(text)
}

/** An instant, from what was typed by the clock in Seoul. */
export function momentOf(values: Values, name: string): string | null {
  const text = textOf(values, name)
  return text === null ? null : `${text}:00+09:00`
}

/** An instant as a field shows it, by the clock in Seoul. */
export const typedMoment = (instant: string | null): string =>
  instant === null
    ? ''
    : new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Seoul' }).slice(0, 16).replace(' ', 'T')

/** What cannot be sent as it is typed. */
export const isMistyped = ({ kind }: FormField, text: string): boolean =>
  (kind === 'number' || kind === 'won') &&
  !(/^[\d,]*$/.test(text.trim()) && text.trim().length <= digits[kind])
