import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'

const kinds = {
  PDF: 'PDF',
  JPEG: 'JPG',
  PNG: 'PNG',
  WEBP: 'WebP',
  HWP: 'HWP',
  HWPX: 'HWPX',
  XLSX: 'XLSX',
} as const satisfies Record<EnumOf<'FileKind'>, string>

export const kindName = (kind: EnumOf<'FileKind'>): string => kinds[kind]

/** As people say it: 812 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1_000
  return kilobytes < 1_000
    ? t('document.kilobytes', { size: Math.max(1, Math.round(kilobytes)).toLocaleString('ko-KR') })
    : t('document.megabytes', { size: (kilobytes / 1_000).toFixed(1) })
}
