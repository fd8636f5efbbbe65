import type { VariablesOf } from '../../api/graphql.ts'
import { textOf, type FormField, type Values } from '../../desk/fields/fields.ts'
import { t } from '../../locales/desk-text.ts'
import type { AmendCertification } from './staff-profile.documents.ts'

/** What is written of a certificate on record: how it ended, or what it says in truth. */
export type CertificateForm = 'end' | 'amend'

interface Certificate {
  number: string | null
  issuer: string | null
  validFrom: string | null
  validUntil: string | null
  cancelledOn: string | null
  returnedOn: string | null
}

const reason: FormField = { name: 'reason', label: t('review.reason'), kind: 'long', isRequired: true }

export const endFields: readonly FormField[] = [
  {
    ...{ name: 'how', label: t('onRecord.how'), kind: 'choice', isRequired: true },
    options: [
      { value: 'CANCELLED', label: t('onRecord.cancelled') },
      { value: 'RETURNED', label: t('onRecord.returned') },
    ],
  },
  { name: 'on', label: t('onRecord.on'), kind: 'date', isRequired: true, hint: t('onRecord.onHint') },
  reason,
]

export const amendFields = ({ cancelledOn, returnedOn }: Certificate): readonly FormField[] => [
  { name: 'number', label: t('own.certNumber'), kind: 'text' },
  { name: 'issuer', label: t('own.issuer'), kind: 'text' },
  { name: 'validFrom', label: t('own.validFrom'), kind: 'date' },
  { name: 'validUntil', label: t('own.validUntil'), kind: 'date', hint: t('own.noEnd') },
  ...(cancelledOn || returnedOn
    ? [{ name: 'isEndTakenBack', label: t('onRecord.takeBack'), kind: 'check' as const }]
    : []),
  reason,
]

export const amendValues = ({ number, issuer, validFrom, validUntil }: Certificate): Values => ({
  number: number ?? '',
  issuer: issuer ?? '',
  validFrom: validFrom ?? '',
  validUntil: validUntil ?? '',
})

/** Only what differs from what is stored: what somebody else has put right meanwhile stays. */
export function amendmentOf(
  values: Values,
  stored: Certificate,
): VariablesOf<typeof AmendCertification>['amendment'] {
  const names = ['number', 'issuer', 'validFrom', 'validUntil'] as const
  const changed = names.filter(name => textOf(values, name) !== stored[name])
  return {
    ...Object.fromEntries(changed.map(name => [name, textOf(values, name)])),
    isEndTakenBack: values['isEndTakenBack'] === 'yes',
  }
}
