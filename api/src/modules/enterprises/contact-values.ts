import type { Context } from '../../platform/context.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ContactDuty } from './enterprise.entity.ts'

export interface ContactValues {
  duty: ContactDuty
  name: string
  phone?: string | null | undefined
  email?: string | null | undefined
  purpose: string
  retainUntil: Day
}

export type ContactChanges = { [Field in keyof ContactValues]?: ContactValues[Field] | undefined }

const longestRetentionDays = 366 * 5

/** The values as they are stored, or a refusal that names the field. */
export function checkedContact({ today }: Context, values: ContactChanges): ContactChanges {
  const { duty, name, phone, email, purpose, retainUntil } = values
  if (retainUntil != null && (retainUntil < today || retainUntil > addDays(today, longestRetentionDays)))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`retainUntil` is a day from today to five years from now.',
      'contact.retainUntil',
    )
  return {
    duty,
    name: name === undefined ? undefined : lineOfText(name, 'contact.name', 50),
    phone: matching(lineOrNothing(phone, 'contact.phone', 20), /^\+?[\d][\d -]{6,18}\d$/, 'phone'),
    email: matching(lineOrNothing(email, 'contact.email', 200), /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/, 'email'),
    purpose: purpose === undefined ? undefined : lineOfText(purpose, 'contact.purpose', 200),
    retainUntil,
  }
}

function matching(
  text: string | null | undefined,
  pattern: RegExp,
  field: string,
): string | null | undefined {
  if (text == null || pattern.test(text)) return text
  throw new Refusal('BAD_USER_INPUT', `\`contact.${field}\` is not well-formed.`, `contact.${field}`)
}
