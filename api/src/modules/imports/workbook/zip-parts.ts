import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export interface Part {
  name: string
  content: string
}

const deflated = promisify(deflateRaw)
const utf8Names = 0x0800
const deflate = 8

/** A zip archive of a few texts, packed beside the event loop. */
export async function zipParts(parts: readonly Part[]): Promise<Buffer> {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content)
    const packed = await deflated(bytes)
    const common = commonFields(name, bytes, packed.length)
    const head = [numbers([4, 0x04034b50]), common, Buffer.from(name)]
    local.push(...head, packed)
    central.push(
      numbers([4, 0x02014b50], [2, 20]),
      common,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      Buffer.from(name),
    )
    offset += head.reduce((sum, { length }) => sum + length, packed.length)
  }
  const directory = Buffer.concat(central)
  const { length } = parts
  return Buffer.concat([
    ...local,
    directory,
    numbers([4, 0x06054b50], [4, 0], [2, length], [2, length], [4, directory.length], [4, offset], [2, 0]),
  ])
}

/** What the header before a part and its entry in the directory say alike; the day is the first that zip knows. */
const commonFields = (name: string, bytes: Buffer, packedLength: number) =>
  numbers(
    ...([
      [2, 20],
      [2, utf8Names],
      [2, deflate],
      [2, 0],
      [2, 0x21],
    ] as const),
    ...([
      [4, crc32(bytes)],
      [4, packedLength],
      [4, bytes.length],
    ] as const),
    ...([
      [2, Buffer.byteLength(name)],
      [2, 0],
    ] as const),
  )

function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
