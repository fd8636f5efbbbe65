import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import type { Tone } from '../../ui/AppBadge.vue'
import type { ShownKind } from './import-url.ts'

type Key = Parameters<typeof t>[0]

const states = {
  UPLOADED: ['info', 'imports.uploaded'],
  CHECKING: ['info', 'imports.checking'],
  PREVIEWED: ['info', 'imports.previewed'],
  FAILED: ['bad', 'imports.failed'],
  APPLYING: ['info', 'imports.applying'],
  MOVED: ['warn', 'imports.moved'],
  APPLIED: ['good', 'imports.applied'],
  UNDONE: ['plain', 'imports.undone'],
  CANCELLED: ['plain', 'imports.cancelled'],
  EXPIRED: ['plain', 'imports.expired'],
  INTERRUPTED: ['bad', 'imports.interrupted'],
} as const satisfies Record<EnumOf<'ImportState'>, readonly [Tone, Key]>

export const stateBadge = (state: EnumOf<'ImportState'>): { tone: Tone; text: string } => {
  const [tone, key] = states[state]
  return { tone, text: t(key) }
}

const kinds = {
  NEW: 'imports.kindNew',
  CHANGED: 'imports.kindChanged',
  UNMATCHED: 'imports.kindUnmatched',
  ENDED: 'imports.kindEnded',
  GONE: 'imports.kindGone',
  MOVED: 'imports.kindMoved',
  ERRORS: 'imports.kindErrors',
} as const satisfies Record<ShownKind, Key>

export const kindText = (kind: ShownKind): string => t(kinds[kind])

/** What the rows of a kind do, in a sentence. */
const explanations = {
  NEW: 'imports.whatNew',
  CHANGED: 'imports.whatChanged',
  UNMATCHED: 'imports.whatUnmatched',
  ENDED: 'imports.whatEnded',
  GONE: 'imports.whatGone',
  MOVED: 'imports.whatMoved',
  ERRORS: 'imports.whatErrors',
} as const satisfies Record<ShownKind, Key>

export const kindExplained = (kind: ShownKind): string => t(explanations[kind])

const fields: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['enterprise.businessNumber', 'imports.businessNumber'],
  ['enterprise.name', 'imports.enterpriseName'],
  ['enterprise.regionCode', 'imports.region'],
  ['enterprise.address', 'imports.address'],
  ['enterprise.homepage', 'imports.homepage'],
  ['enterprise.summary', 'imports.summary'],
  ['certification.kind', 'imports.certificationKind'],
  ['certification.number', 'imports.certificationNumber'],
  ['certification.purposeType', 'imports.purposeType'],
  ['certification.issuer', 'imports.issuer'],
  ['certification.issuedOn', 'imports.issuedOn'],
  ['certification.validFrom', 'imports.validFrom'],
  ['certification.validUntil', 'imports.validUntil'],
  ['certification.cancelledOn', 'imports.cancelledOn'],
  ['certification.returnedOn', 'imports.returnedOn'],
  ['certification.hasUnknownDates', 'imports.unknownDates'],
  ['product.externalId', 'imports.externalId'],
  ['product.name', 'imports.productName'],
  ['product.price', 'imports.price'],
  ['product.spec', 'imports.spec'],
  ['planned_purchase.department', 'imports.department'],
  ['planned_purchase.item', 'imports.item'],
  ['planned_purchase.category', 'imports.itemCategory'],
  ['planned_purchase.won', 'imports.won'],
  ['planned_purchase.month', 'imports.month'],
  ['planned_purchase.budgetLine', 'imports.budgetLine'],
  ['planned_purchase.visibility', 'imports.visibility'],
  ['participation.party', 'imports.party'],
  ['participation.onDay', 'imports.onDay'],
  ['participation.items', 'imports.listedItems'],
  ['participation.category', 'imports.listedCategory'],
  ['participation.wished', 'imports.wished'],
  ['category.code', 'imports.categoryCode'],
  ['category.name', 'imports.categoryName'],
  ['category.nameEn', 'imports.categoryNameEn'],
])

/** A field that has no word yet is told by the name the server has for it. */
export function fieldText(name: string): string {
  const key = fields.get(name)
  return key === undefined ? name : t(key)
}

const visibilities: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['center', 'imports.visibleCenter'],
  ['participants', 'imports.visibleParticipants'],
  ['public', 'imports.visiblePublic'],
])

/** A value that people know by another word, or undefined: it says itself what it is. */
export function valueWord(name: string, value: string): string | undefined {
  if (name === 'planned_purchase.won')
    return t('imports.wonOf', { won: Number(value).toLocaleString('ko-KR') })
  if (name === 'planned_purchase.month') return t('imports.monthOf', { month: value })
  const key = name === 'planned_purchase.visibility' ? visibilities.get(value) : undefined
  return key && t(key)
}

const encodings: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['utf-8', 'imports.utf8'],
  ['utf-8-bom', 'imports.utf8'],
  ['utf-16le', 'imports.utf16'],
  ['cp949', 'imports.cp949'],
])

export const encodingText = (encoding: string | null): string => {
  const key = encoding === null ? 'imports.xlsx' : encodings.get(encoding)
  return key === undefined ? String(encoding) : t(key)
}
