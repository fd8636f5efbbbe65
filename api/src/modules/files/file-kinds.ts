export const fileKinds = ['pdf', 'jpeg', 'png', 'webp', 'hwp', 'hwpx', 'xlsx'] as const
export type FileKind = (typeof fileKinds)[number]

/** What is worth knowing before a file is opened; none of it is wrong in itself. */
export type FileFlag = 'script' | 'launch' | 'embedded' | 'external' | 'unread'

const byExtension: Record<string, FileKind> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  hwp: 'hwp',
  hwpx: 'hwpx',
  xlsx: 'xlsx',
}

export const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  hwp: 'application/x-hwp',
  hwpx: 'application/hwp+zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What the name says that it is; whether it is, the bytes say. */
export const kindOfName = (name: string): FileKind | undefined => byExtension[extensionOf(name)]

export const extensionOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

export const isImage = (kind: FileKind): boolean => kind === 'jpeg' || kind === 'png' || kind === 'webp'

/** What a browser may show on the spot: pictures, and documents without anything that runs. */
export const isShownInline = (kind: FileKind, flags: readonly FileFlag[]): boolean =>
  isImage(kind) || (kind === 'pdf' && flags.length === 0)
