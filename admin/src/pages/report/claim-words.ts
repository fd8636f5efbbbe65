import { t } from '../../locales/report-text.ts'
import type { ClaimKind } from './claim-draft.ts'

/** What a published figure may say. */
export const kindChoice = [
  { value: 'COUNT', label: t('publishedFigure.kindCOUNT') },
  { value: 'RATIO', label: t('publishedFigure.kindRATIO') },
  { value: 'PARTS', label: t('publishedFigure.kindPARTS') },
  { value: 'SHARES', label: t('publishedFigure.kindSHARES') },
  { value: 'GROWTH', label: t('publishedFigure.kindGROWTH') },
] as const satisfies readonly { value: ClaimKind; label: string }[]

/** What the fields are called then; one number alone has no lines. */
export const claimWords: Record<ClaimKind, { value: string; parts: string | null }> = {
  COUNT: { value: t('publishedFigure.valueCOUNT'), parts: null },
  RATIO: { value: t('publishedFigure.valueRATIO'), parts: t('publishedFigure.partsRATIO') },
  PARTS: { value: t('publishedFigure.valuePARTS'), parts: t('publishedFigure.partsPARTS') },
  SHARES: { value: t('publishedFigure.valueSHARES'), parts: t('publishedFigure.partsSHARES') },
  GROWTH: { value: t('publishedFigure.valueGROWTH'), parts: t('publishedFigure.partsGROWTH') },
}
