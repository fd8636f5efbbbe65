/** One thing to fill in. */
export interface FormField {
  name: string
  label: string
  kind: 'text' | 'date' | 'number' | 'won' | 'long' | 'choice' | 'category' | 'region' | 'check'
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

/** What cannot be sent as it is typed. */
export const isMistyped = ({ kind }: FormField, text: string): boolean =>
  (kind === 'number' && !/^[\d,]{0,10}$/.test(text.trim())) ||
  (kind === 'won' && !/^[\d,]{0,17}$/.test(text.trim()))
