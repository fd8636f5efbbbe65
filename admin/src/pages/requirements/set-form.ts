import type { EnumOf, ResultOf, VariablesOf } from '../../api/graphql.ts'
import type { ChangeRequirementSet, RequirementSetFields } from './requirements.documents.ts'

export type SetData = ResultOf<typeof RequirementSetFields>
export type Kind = EnumOf<'RequirementKind'>
export type Purpose = EnumOf<'RequirementPurpose'>
export type SetInput = VariablesOf<typeof ChangeRequirementSet>['input']

/** A requirement as its form holds it: what is typed is text until it is sent. */
export interface ItemForm {
  /** Null until the server has given it one. */
  key: string | null
  /** Of this form only: what tells items apart that have no key yet. */
  place: string
  kind: Kind
  text: string
  guidance: string
  isRequired: boolean
  weight: string
  lawName: string
  lawArticle: string
  lawFrom: string
  lawUrl: string
  certificationKinds: string[]
  through: string
  daysAhead: string
  count: string
  years: string
  confirmed: boolean
}

export interface SetForm {
  /** The version that is being changed. */
  basedOn: number
  title: string
  purpose: Purpose
  kind: string
  openUntil: string
  needsTwo: boolean
  reviewDays: string
  returnDays: string
  items: ItemForm[]
}

export type Measure = 'certificationKinds' | 'through' | 'daysAhead' | 'count' | 'years' | 'confirmed'

/** What each kind is measured by; the server refuses anything else. */
const measures = {
  DOCUMENT: [],
  ATTESTATION: [],
  VALID_CERTIFICATION: ['certificationKinds', 'through', 'daysAhead'],
  SUPPLY_CAPACITY: ['confirmed'],
  DELIVERY_RECORDS: ['count', 'years', 'confirmed'],
  DELIVERY_TERMS: ['confirmed'],
  STAFF_CHECK: [],
  MINIMUM_PRODUCTS: ['count'],
} as const satisfies Record<Kind, readonly Measure[]>

export const measuredBy = (kind: Kind, measure: Measure): boolean =>
  measures[kind].some(each => each === measure)

export const formOf = (set: SetData): SetForm => ({
  basedOn: set.version,
  title: set.title,
  purpose: set.purpose,
  kind: set.kind?.code ?? '',
  openUntil: set.openUntil ?? '',
  needsTwo: set.needsTwo,
  reviewDays: String(set.reviewDays),
  returnDays: String(set.returnDays),
  items: set.requirements.map(itemOf),
})

const itemOf = ({ law, parameters, ...item }: SetData['requirements'][number]): ItemForm => ({
  key: item.key,
  place: item.key,
  kind: item.kind,
  text: item.text,
  guidance: item.guidance ?? '',
  isRequired: item.isRequired,
  weight: String(item.weight),
  lawName: law?.name ?? '',
  lawArticle: law?.article ?? '',
  lawFrom: law?.effectiveFrom ?? '',
  lawUrl: law?.url ?? '',
  certificationKinds: parameters.certificationKinds ?? [],
  through: parameters.through ?? '',
  daysAhead: textOf(parameters.daysAhead),
  count: textOf(parameters.count),
  years: textOf(parameters.years),
  confirmed: parameters.confirmed ?? false,
})

export const blankItem = (kind: Kind, place: string): ItemForm => ({
  ...{ key: null, place, kind, text: '', guidance: '', isRequired: true, weight: '0' },
  ...{ lawName: '', lawArticle: '', lawFrom: '', lawUrl: '', certificationKinds: [] },
  ...{ through: '', daysAhead: '', count: '', years: '', confirmed: false },
})

export const inputOf = (form: SetForm): SetInput => ({
  title: form.title,
  purpose: form.purpose,
  kind: form.purpose === 'CERTIFICATION' ? orNull(form.kind) : null,
  openUntil: orNull(form.openUntil),
  needsTwo: form.needsTwo,
  reviewDays: numberOf(form.reviewDays),
  returnDays: numberOf(form.returnDays),
  requirements: form.items.map(requirementOf),
})

function requirementOf(item: ItemForm): SetInput['requirements'][number] {
  const { key, kind, isRequired, lawName, lawArticle, lawFrom, lawUrl } = item
  const hasLaw = [lawName, lawArticle, lawFrom, lawUrl].some(part => part.trim() !== '')
  return {
    ...{ key, kind, isRequired },
    // One sentence, however it was wrapped while it was written.
    text: item.text.replaceAll(/\s*\n\s*/g, ' '),
    guidance: orNull(item.guidance),
    weight: numberOf(item.weight),
    law: hasLaw
      ? { name: lawName, article: orNull(lawArticle), effectiveFrom: orNull(lawFrom), url: orNull(lawUrl) }
      : null,
    parameters: {
      ...(measuredBy(kind, 'certificationKinds') &&
        item.certificationKinds.length > 0 && { certificationKinds: item.certificationKinds }),
      ...(measuredBy(kind, 'through') && { through: orNull(item.through) }),
      ...(measuredBy(kind, 'daysAhead') && { daysAhead: numberOrNull(item.daysAhead) }),
      ...(measuredBy(kind, 'count') && { count: numberOrNull(item.count) }),
      ...(measuredBy(kind, 'years') && { years: numberOrNull(item.years) }),
      ...(measuredBy(kind, 'confirmed') && item.confirmed && { confirmed: true }),
    },
  }
}

/** Fields whose figures are none, by their paths in the input; the server could not even read them. */
export function notNumbers(form: SetForm): string[] {
  const isBad = (text: string, mayBeEmpty: boolean) =>
    text.trim() === '' ? !mayBeEmpty : !/^-?\d{1,9}$/.test(text.trim())
  const ofSet = (['reviewDays', 'returnDays'] as const)
    .filter(name => isBad(form[name], false))
    .map(name => `input.${name}`)
  const ofItems = form.items.flatMap((item, index) => {
    const at = `input.requirements.${index}`
    const asked = (['daysAhead', 'count', 'years'] as const).filter(
      name => measuredBy(item.kind, name) && isBad(item[name], true),
    )
    return [
      ...(isBad(item.weight, false) ? [`${at}.weight`] : []),
      ...asked.map(name => `${at}.parameters.${name}`),
    ]
  })
  return [...ofSet, ...ofItems]
}

const orNull = (text: string) => (text.trim() === '' ? null : text)
const numberOf = (text: string) => Number(text.trim())
const numberOrNull = (text: string) => (text.trim() === '' ? null : numberOf(text))
const textOf = (number: number | null) => (number === null ? '' : String(number))
