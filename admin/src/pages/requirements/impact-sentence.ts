import { t } from '../../locales/desk-text.ts'

/** 누가 빠지나, in one sentence. */
export const impactSentence = ({ approved, lost }: { approved: number; lost: number }): string =>
  t(lost > 0 ? 'requirements.impactLost' : 'requirements.impactNone', {
    approved: approved.toLocaleString('ko-KR'),
    lost: lost.toLocaleString('ko-KR'),
  })
