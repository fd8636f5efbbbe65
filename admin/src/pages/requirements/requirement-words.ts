import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import { day } from '../../parts/format/day.ts'
import type { Tone } from '../../ui/AppBadge.vue'
import type { GeneralField, ItemField } from './set-diff.ts'
import { measuredBy, type ItemForm, type Kind, type Purpose } from './set-form.ts'

type Key = Parameters<typeof t>[0]

const kinds = {
  DOCUMENT: 'requirements.document',
  ATTESTATION: 'requirements.attestation',
  VALID_CERTIFICATION: 'requirements.validCertification',
  SUPPLY_CAPACITY: 'requirements.supplyCapacity',
  DELIVERY_RECORDS: 'requirements.deliveryRecords',
  DELIVERY_TERMS: 'requirements.deliveryTerms',
  STAFF_CHECK: 'requirements.staffCheck',
  MINIMUM_PRODUCTS: 'requirements.minimumProducts',
} as const satisfies Record<Kind, Key>

export const kindText = (kind: Kind): string => t(kinds[kind])
export const kindOptions = (): { value: Kind; label: string }[] =>
  Object.entries(kinds).flatMap(([value, key]) => (isKind(value) ? [{ value, label: t(key) }] : []))
const isKind = (value: string): value is Kind => value in kinds

const purposes = {
  CATALOGUE: 'requirements.catalogue',
  CERTIFICATION: 'requirements.certification',
  EVENT: 'requirements.event',
} as const satisfies Record<Purpose, Key>

export const purposeText = (purpose: Purpose): string => t(purposes[purpose])
export const purposeOptions = (): { value: Purpose; label: string }[] =>
  (['CATALOGUE', 'CERTIFICATION', 'EVENT'] as const).map(value => ({ value, label: purposeText(value) }))

interface Standing {
  state: EnumOf<'RequirementSetState'>
  isInForce: boolean
  effectiveFrom: string | null
}

/** Whether a version is being written, waits for its day, is in force, or has been followed by another one. */
export function standingBadge(
  { state, isInForce, effectiveFrom }: Standing,
  today: string,
): { tone: Tone; text: string } {
  if (state === 'DRAFT') return { tone: 'info', text: t('requirements.draft') }
  if (isInForce) return { tone: 'good', text: t('requirements.inForce') }
  const isAhead = effectiveFrom !== null && effectiveFrom > today
  return isAhead
    ? { tone: 'warn', text: t('requirements.ahead') }
    : { tone: 'plain', text: t('requirements.past') }
}

export const validityText = ({ state, effectiveFrom }: Standing): string =>
  state === 'DRAFT' || effectiveFrom === null
    ? t('requirements.notInForce')
    : t('requirements.since', { day: day(effectiveFrom) })

/** What a requirement is measured by, in one line; empty where nothing is counted. */
export function measureText(item: ItemForm, kindNames: ReadonlyMap<string, string>): string {
  const { kind, certificationKinds, through, daysAhead, count, years, confirmed } = item
  const codes = certificationKinds.map(code => kindNames.get(code) ?? code)
  return [
    measuredBy(kind, 'certificationKinds') &&
      (codes.length > 0 ? codes.join(', ') : t('requirements.anyCertification')),
    through !== '' && t('requirements.throughDay', { day: day(through) }),
    daysAhead !== '' && t('requirements.forDays', { days: daysAhead }),
    measuredBy(kind, 'years') && t('requirements.ofYears', { years: years || '3' }),
    measuredBy(kind, 'count') && t('requirements.atLeast', { count: count || '1' }),
    confirmed && t('requirements.onlyConfirmed'),
  ]
    .filter(text => text !== false)
    .join(' · ')
}

export const lawText = ({ lawName, lawArticle, lawFrom }: ItemForm): string =>
  [lawName, lawArticle, lawFrom && day(lawFrom)].filter(Boolean).join(' ')

const fields = {
  title: 'requirements.title',
  purpose: 'requirements.purpose',
  kind: 'requirements.kind',
  openUntil: 'requirements.openUntil',
  needsTwo: 'requirements.needsTwo',
  reviewDays: 'requirements.reviewDays',
  returnDays: 'requirements.returnDays',
  text: 'requirements.text',
  guidance: 'requirements.guidance',
  isRequired: 'requirements.isRequired',
  weight: 'requirements.weight',
  lawName: 'requirements.lawName',
  lawArticle: 'requirements.lawArticle',
  lawFrom: 'requirements.lawFrom',
  lawUrl: 'requirements.lawUrl',
  certificationKinds: 'requirements.certificationKinds',
  through: 'requirements.through',
  daysAhead: 'requirements.daysAhead',
  count: 'requirements.countOf',
  years: 'requirements.years',
  confirmed: 'requirements.confirmed',
} as const satisfies Record<ItemField | GeneralField, Key>

export const fieldText = (name: ItemField | GeneralField): string => t(fields[name])

/** A value as people read it. */
export function valueText(value: string): string {
  if (value === '') return t('format.none')
  if (value === 'true') return t('requirements.yes')
  if (value === 'false') return t('requirements.no')
  if (isKind(value)) return kindText(value)
  const purpose = purposeOptions().find(option => option.value === value)
  return purpose?.label ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value)
}

const refusals: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['title', 'requirements.badTitle'],
  ['kind', 'requirements.badKind'],
  ['reviewDays', 'requirements.badDays'],
  ['returnDays', 'requirements.badDays'],
  ['text', 'requirements.badText'],
  ['guidance', 'requirements.badGuidance'],
  ['weight', 'requirements.badWeight'],
  ['count', 'requirements.badCount'],
  ['years', 'requirements.badYears'],
  ['daysAhead', 'requirements.badDaysAhead'],
  ['name', 'requirements.badLawName'],
  ['article', 'requirements.badLine'],
  ['url', 'requirements.badUrl'],
  ['requirements', 'requirements.badList'],
  ['effectiveFrom', 'requirements.badEffectiveFrom'],
])

/** What to do about a field that the server has not taken, by its path in the input. */
export const refusalText = (path: string): string =>
  t(refusals.get(path.split('.').at(-1) ?? '') ?? 'requirements.badLine')
