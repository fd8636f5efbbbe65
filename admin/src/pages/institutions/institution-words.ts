import type { EnumOf, ResultOf } from '../../api/graphql.ts'
import { t } from '../../locales/plans-text.ts'
import { day } from '../../parts/format/day.ts'
import type { FormField, Values } from '../../desk/fields/fields.ts'
import type { InstitutionRow } from './institutions.documents.ts'

export type Kind = EnumOf<'InstitutionKind'>

export const kindText: Record<Kind, string> = {
  HEAD_OFFICE: t('institutionKind.HEAD_OFFICE'),
  DISTRICT: t('institutionKind.DISTRICT'),
  INVESTED: t('institutionKind.INVESTED'),
  EDUCATION_OFFICE: t('institutionKind.EDUCATION_OFFICE'),
  SCHOOL: t('institutionKind.SCHOOL'),
  PUBLIC_ENTERPRISE: t('institutionKind.PUBLIC_ENTERPRISE'),
  POLICE_FIRE: t('institutionKind.POLICE_FIRE'),
  OTHER: t('institutionKind.OTHER'),
}
const isKind = (text: string): text is Kind => text in kindText
export const kindOptions = Object.entries(kindText).flatMap(([value, label]) =>
  isKind(value) ? [{ value, label }] : [],
)
export const kindOf = (text: string | undefined): Kind =>
  text !== undefined && isKind(text) ? text : 'OTHER'

/** The days of its life, as people say them. */
export function lifeText({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) {
  const parts = [
    ...(validFrom === null ? [] : [t('institutions.from', { day: day(validFrom) })]),
    ...(validUntil === null ? [] : [t('institutions.until', { day: day(validUntil) })]),
  ]
  return parts.join(' ') || t('institutions.always')
}

export const institutionFields = (): FormField[] => [
  { name: 'name', label: t('institutions.nameField'), kind: 'text', isRequired: true },
  { name: 'kind', label: t('institutions.kind'), kind: 'choice', isRequired: true, options: kindOptions },
  { name: 'region', label: t('institutions.regionField'), kind: 'region' },
  { name: 'validFrom', label: t('institutions.validFrom'), kind: 'date' },
  { name: 'validUntil', label: t('institutions.validUntil'), kind: 'date' },
]

export const institutionValues = (row: ResultOf<typeof InstitutionRow>): Values => ({
  ...{ name: row.name, kind: row.kind, region: row.region?.code ?? '' },
  ...{ validFrom: row.validFrom ?? '', validUntil: row.validUntil ?? '' },
})

export const officerFields = (): FormField[] => [
  { name: 'name', label: t('officers.name'), kind: 'text', isRequired: true },
  { name: 'title', label: t('officers.jobTitle'), kind: 'text' },
  { name: 'phone', label: t('officers.phone'), kind: 'text' },
  { name: 'email', label: t('officers.email'), kind: 'text' },
  { name: 'purpose', label: t('officers.purpose'), kind: 'text', isRequired: true },
  { name: 'keepUntil', label: t('officers.keepUntil'), kind: 'date', isRequired: true },
]
