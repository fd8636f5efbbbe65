import type { Context } from '../../platform/context.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface OfficerValues {
  name: string
  title: string | null
  phone: string | null
  email: string | null
  purpose: string
  keepUntil: Day
}
export type OfficerChanges = { [Field in keyof OfficerValues]?: OfficerValues[Field] | undefined }

const longestKeptDays = 366 * 5

/** The values as they are stored, or a refusal that names the field. */
export function checkedOfficer({ today }: Pick<Context, 'today'>, values: OfficerChanges): OfficerChanges {
  const { name, title, phone, email, purpose, keepUntil } = values
  if (keepUntil != null && (keepUntil < today || keepUntil > addDays(today, longestKeptDays)))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`keepUntil` is a day from today to five years from now.',
      'officer.keepUntil',
    )
  return {
    name: name === undefined ? undefined : lineOfText(name, 'officer.name', 50),
    title: lineOrNothing(title, 'officer.title', 50),
    phone: matching(lineOrNothing(phone, 'officer.phone', 20), /^\+?[\d][\d -]{6,18}\d$/, 'phone'),
    email: matching(lineOrNothing(email, 'officer.email', 200), /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/, 'email'),
    purpose: purpose === undefined ? undefined : lineOfText(purpose, 'officer.purpose', 200),
    keepUntil,
  }
}

function matching<Text extends string | null | undefined>(text: Text, pattern: RegExp, field: string): Text {
  if (text == null || pattern.test(text)) return text
  throw new Refusal('BAD_USER_INPUT', `\`officer.${field}\` is not well-formed.`, `officer.${field}`)
}
