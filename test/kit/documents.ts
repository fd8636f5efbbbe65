import { crc32, deflateSync } from 'node:zlib'
import { zip, type ZipPart } from '@panro/api/src/modules/imports/testing/zip.ts'

/** Small files of every kind that is taken, made here so that a test can spoil just one thing about them. */
export function pdf({ pages = 1, body = '', tail = '', head = '%PDF-1.7\n' } = {}): Buffer {
  const page = '1 0 obj\n<< /Type /Page >>\nendobj\n'
  const rest = `trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`
  return Buffer.from(`${head}<< /Type /Pages >>\n${page.repeat(pages)}${body}${rest}${tail}`, 'latin1')
}

/** One that a reader can show: a line of text on each page, and a table of what lies where. */
export function readablePdf(lines: readonly string[]): Buffer {
  const pages = lines.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${lines.length} /Kids [${pages}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, index) => {
      const text = `BT /F1 24 Tf 60 700 Td (${line}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R
/Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ]
    }),
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

/** Objects packed away, as newer documents have them. */
export function packedObjects(text: string): string {
  const packed = deflateSync(Buffer.from(text, 'latin1')).toString('latin1')
  return `9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`
}

/** What a telephone writes: where, when and by which device, and which side is up. */
export const exif = (secret: string, orientation = 6): Buffer => {
  const tiff = Buffer.from(`4d4d002a000000080001011200030000000100${hex(orientation)}000000000000`, 'hex')
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]))
}

export function jpeg({ segments = [] as Buffer[], tail = '', width = 4, height = 3 } = {}): Buffer {
  const frame = Buffer.from('080000000001011100', 'hex')
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...segments,
    segment(0xc0, frame),
    segment(0xda, Buffer.from('0101000000', 'hex')),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from(tail, 'latin1'),
  ])
}

export const jpegText = (text: string) => segment(0xfe, Buffer.from(text))

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

export function png({ width = 2, height = 2, chunks = [] as Buffer[], tail = '' } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  const rows = deflateSync(Buffer.alloc(Math.min(width, 8) * Math.min(height, 8) + 8))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
    Buffer.from(tail, 'latin1'),
  ])
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

export function webp(notes = ''): Buffer {
  const extended = Buffer.alloc(10)
  extended.writeUInt8(notes ? 0b0000_1100 : 0, 0)
  extended.writeUIntLE(3, 4, 3)
  extended.writeUIntLE(1, 7, 3)
  const body = Buffer.concat([
    webpChunk('VP8X', extended),
    webpChunk('VP8L', Buffer.from('2f0340000000000000', 'hex')),
    ...(notes ? [webpChunk('EXIF', Buffer.from(notes)), webpChunk('XMP ', Buffer.from(notes))] : []),
  ])
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function webpChunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), length, content, Buffer.alloc(content.length % 2)])
}

/** A compound file whose directory names these streams. */
export function compoundFile(streams: string[], content = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  const directory = streams.map(name => {
    const entry = Buffer.alloc(128)
    entry.write(name, 0, 'utf16le')
    entry.writeUInt16LE(2 * name.length + 2, 64)
    return entry
  })
  const body = Buffer.concat([...directory, content])
  return Buffer.concat([head, body, Buffer.alloc(Math.max(0, 2048 - body.length))])
}

export function hwp(properties = 1): Buffer {
  const header = Buffer.alloc(256)
  header.write('HWP Document File', 'latin1')
  header.writeUInt32LE(0x05010000, 32)
  header.writeUInt32LE(properties, 36)
  return compoundFile(['Root Entry', 'FileHeader', '\x05HwpSummaryInformation', 'DocInfo'], header)
}

export const hwpx = (more: ZipPart[] = []) =>
  zip([
    { name: 'mimetype', content: 'application/hwp+zip' },
    { name: 'Contents/content.hpf', content: '<opf:package/>' },
    ...more,
  ])

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

export const xlsx = (more: ZipPart[] = [], type = workbookType) =>
  zip([
    { name: '[Content_Types].xml', content: `<Types><Override ContentType="${type}"/></Types>` },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ])

const hex = (byte: number) => byte.toString(16).padStart(2, '0')
