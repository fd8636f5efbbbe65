import type { Context } from '../../platform/context.ts'
import { lineOrNothing } from '../../platform/line-of-text.ts'
import { isShowable } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertCategoryIsKnown } from '../categories/known-category.ts'
import type { OutcomeResult } from './outcome.entity.ts'

export interface OutcomeValues {
  result: OutcomeResult
  won?: number | null
  item?: string | null
  category?: string | null
  nextStep?: string | null
  dueOn?: string | null
  note?: string | null
}

export interface StoredOutcome {
  result: OutcomeResult
  won: number | null
  item: string | null
  categoryCode: string | null
  nextStep: string | null
  dueOn: string | null
  note: string | null
}

const longestNote = 1_000

/** An outcome as it is stored, or what is wrong with it and where. */
export async function checkedOutcome(ctx: Context, values: OutcomeValues): Promise<StoredOutcome> {
  await assertCategoryIsKnown(ctx, values.category, 'outcome.category')
  return {
    result: values.result,
    won: values.won ?? null,
    item: lineOrNothing(values.item, 'outcome.item') ?? null,
    categoryCode: values.category ?? null,
    nextStep: lineOrNothing(values.nextStep, 'outcome.nextStep') ?? null,
    dueOn: values.dueOn ?? null,
    note: noteOf(values.note),
  }
}

/** Of several lines, as a person writes on a telephone. */
function noteOf(text: string | null | undefined): string | null {
  const note = text?.normalize('NFC').trim() ?? ''
  if (note === '') return null
  if (!isShowable(note.replaceAll(/[\n\r\t]/g, ' ')))
    throw new Refusal(
      'BAD_USER_INPUT',
      '`note` holds characters that cannot be shown; type it anew.',
      'outcome.note',
    )
  if (note.length <= longestNote) return note
  throw new Refusal('BAD_USER_INPUT', `\`note\` is longer than ${longestNote} characters.`, 'outcome.note')
}
