export interface ByteRange {
  start: number
  /** Included. */
  end: number
}

/**
 * The piece of a body that a `Range` header asks for: null for the whole of it, which is also the answer to what is not
 * understood; 'beyond' for a piece that is not there.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size || (from === '' && Number(to) === 0)) return 'beyond'
  return end < start ? null : { start, end }
}
