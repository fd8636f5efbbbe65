import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/curation-text.ts'

export type Reason = EnumOf<'NotSelectedReason'>

/** In the order of the digits that say them. */
export const reasons = (): { code: Reason; label: string }[] => [
  { code: 'REQUIRED_MISSING', label: t('curation.reasonRequired') },
  { code: 'ITEM_DUPLICATE', label: t('curation.reasonDuplicate') },
  { code: 'RECORD_UNVERIFIED', label: t('curation.reasonUnverified') },
  { code: 'FULL', label: t('curation.reasonFull') },
  { code: 'OTHER', label: t('curation.reasonOther') },
]
