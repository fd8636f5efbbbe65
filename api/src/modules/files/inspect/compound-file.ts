const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const entryBytes = 128
const nameBytes = 64

/** 복합 파일 — the container of old office documents and of HWP: a file system of its own. */
export const isCompoundFile = (bytes: Buffer): boolean =>
  bytes.length >= 1536 && bytes.subarray(0, 8).equals(signature)

/** Whether its directory names a stream or a storage: an entry stands at a multiple of its own size. */
export function hasStream(bytes: Buffer, name: string): boolean {
  const text = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = bytes.indexOf(text, 512); at >= 0; at = bytes.indexOf(text, at + 2)) {
    const isEntry = at % entryBytes === 0 && at + entryBytes <= bytes.length
    if (isEntry && bytes.readUInt16LE(at + nameBytes) === text.length) return true
  }
  return false
}
