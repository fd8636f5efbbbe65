/** One thing to fill in, in a section of the setup. */
export interface SetupField {
  name: string
  label: string
  kind: 'text' | 'long' | 'number' | 'date' | 'time' | 'moment' | 'choice' | 'check'
  hint?: string
  suffix?: string
  options?: readonly { value: string; label: string }[]
}

/** What was filled in, by name; a check is `yes` or nothing. */
export type Values = Readonly<Record<string, string>>

/** Nothing typed is nothing said. */
export const textIn = (values: Values, name: string): string | null => values[name]?.trim() || null

export function numberIn(values: Values, name: string): number | null {
  const text = textIn(values, name)
  return text === null ? null : Number(text.replaceAll(',', ''))
}

/** An instant, from what was typed by the clock in Seoul. */
export function momentIn(values: Values, name: string): string | null {
  const text = textIn(values, name)
  return text === null ? null : `${text}:00+09:00`
}

/** An instant as a field shows it, by the clock in Seoul. */
export const typedMoment = (instant: string | null): string =>
  instant === null
    ? ''
    : new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Seoul' }).slice(0, 16).replace(' ', 'T')

/** What cannot be sent as it is typed. */
export const isMistyped = ({ kind }: SetupField, text: string): boolean =>
  kind === 'number' && !/^[\d,]{0,8}$/.test(text.trim())
