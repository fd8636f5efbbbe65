import type { FileKind } from '../file-kinds.ts'
import { inspectHwp } from './hwp.ts'
import type { Inspected } from './inspected.ts'
import { cleanJpeg } from './jpeg.ts'
import { inspectHwpx, inspectXlsx } from './office-zip.ts'
import { inspectPdf } from './pdf.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** Whether bytes are what their name says, and nothing else besides; refuses by name what they are instead. */
export const inspectors: Record<FileKind, (bytes: Buffer) => Inspected | Promise<Inspected>> = {
  pdf: inspectPdf,
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  hwp: inspectHwp,
  hwpx: inspectHwpx,
  xlsx: inspectXlsx,
}
