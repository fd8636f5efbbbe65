import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Buffer
  /** What the headers claim instead of the truth, for files that lie. */
  claimedBytes?: number
  isEncrypted?: boolean
  isSymbolicLink?: boolean
}

/** A zip archive of the parts, in order; names are written as given, twice or with dots in them if so asked. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(Buffer.from(part.content))
    const entry = [localEntry(part, packed.length), packed]
    local.push(...entry)
    central.push(centralEntry(part, packed.length, offset))
    offset += Buffer.concat(entry).length
  }
  return Buffer.concat([...local, ...central, ending(parts.length, Buffer.concat(central).length, offset)])
}

const localEntry = (part: ZipPart, packedLength: number) =>
  fields([4, 0x04034b50], sharedFields(part, packedLength), Buffer.from(part.name))

function centralEntry(part: ZipPart, packedLength: number, offset: number): Buffer {
  const unix = 0x0314
  const mode = part.isSymbolicLink ? 0o120777 : 0o100644
  const numbers: NumberField[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, mode * 0x10000],
    [4, offset],
  ]
  return fields(
    [4, 0x02014b50],
    [2, unix],
    sharedFields(part, packedLength),
    ...numbers,
    Buffer.from(part.name),
  )
}

/** What the header before the content and the one in the directory have in common. */
function sharedFields(part: ZipPart, packedLength: number): Buffer {
  const content = Buffer.from(part.content)
  const utf8Name = 0x0800
  const flags = part.isEncrypted ? utf8Name | 1 : utf8Name
  return fields(
    [2, 20],
    [2, flags],
    [2, 8],
    [4, 0],
    [4, crc32(content)],
    [4, packedLength],
    [4, part.claimedBytes ?? content.length],
    [2, Buffer.byteLength(part.name)],
    [2, 0],
  )
}

const ending = (count: number, centralLength: number, centralOffset: number) =>
  fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, centralLength], [4, centralOffset], [2, 0])

type NumberField = [bytes: 2 | 4, value: number]

function fields(...list: (NumberField | Buffer)[]): Buffer {
  return Buffer.concat(list.map(field => (Buffer.isBuffer(field) ? field : numberField(...field))))
}

function numberField(length: 2 | 4, value: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
