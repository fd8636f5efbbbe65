import type { VariablesOf } from '../../api/graphql.ts'
import { typedWon } from '../format/won.ts'
import { outcomeResults, type OutcomeResult } from '../meeting-words.ts'
import type { RecordOutcome } from './outcome.documents.ts'

export type OutcomeInput = VariablesOf<typeof RecordOutcome>['outcome']

/** What stands in the fields, as it is typed. */
export interface OutcomeForm {
  result: OutcomeResult | ''
  /** In units of 10,000 won, as people count. */
  manwon: string
  item: string
  category: string | null
  nextStep: string
  dueOn: string
  note: string
}

const blank: OutcomeForm = {
  result: '',
  manwon: '',
  item: '',
  category: null,
  nextStep: '',
  dueOn: '',
  note: '',
}
const unit = 10_000

/** 예정품목. */
export interface PlannedItem {
  item: string
  category: string | null
}

/** The fields as they were last written, here or on another device; the first planned item otherwise. */
export function formOf(said: OutcomeInput | undefined, [planned]: readonly PlannedItem[]): OutcomeForm {
  if (!said) {
    return planned ? { ...blank, item: planned.item, category: planned.category } : blank
  }
  return {
    result: said.result,
    manwon: said.won == null ? '' : String(said.won / unit),
    item: said.item ?? '',
    category: said.category ?? null,
    nextStep: said.nextStep ?? '',
    dueOn: said.dueOn ?? '',
    note: said.note ?? '',
  }
}

/** An amount typed in 만원, in won; a decimal is 1.5만원. */
export function wonOf(manwon: string): number | null | 'unreadable' {
  const amount = manwon.normalize('NFKC').replace(/[,\s만원]/g, '')
  if (!/^\d{1,9}\.\d{1,4}$/.test(amount)) {
    const whole = typedWon(amount)
    return typeof whole === 'number' ? whole * unit : whole
  }
  return Math.round(Number(amount) * unit)
}

/** What is sent; null while there is nothing to send, or something cannot be read. */
export function outcomeOf(form: OutcomeForm): OutcomeInput | null {
  const won = wonOf(form.manwon)
  if (form.result === '' || won === 'unreadable') return null
  return {
    result: form.result,
    won,
    item: form.item || null,
    category: form.item === '' ? null : form.category,
    nextStep: form.nextStep || null,
    dueOn: form.dueOn || null,
    note: form.note || null,
  }
}

/** A form as it was kept while it was typed; null for anything else. */
export function recalledForm(text: string): OutcomeForm | null {
  try {
    const form: unknown = JSON.parse(text)
    return isForm(form) ? form : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}

const isForm = (form: unknown): form is OutcomeForm =>
  typeof form === 'object' &&
  form !== null &&
  'result' in form &&
  (form.result === '' || outcomeResults.some(result => result === form.result)) &&
  Object.keys(blank).every(key => key in form)
