import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/**
 * A homepage, or null. Lists say "준비중", "없음" and mail addresses here; an enterprise is not refused for it,
 * and a link that leads nowhere is not kept.
 */
export function readHomepage({ text }: Cell): Parsed<string | null> {
  const written = text.normalize('NFKC').trim()
  const address = /^https?:\/\//i.test(written) ? written : `http://${written}`
  const url = URL.parse(address)
  const isSite = url !== null && /\.[\p{L}]{2,}$/u.test(url.hostname) && url.username === ''
  return { value: isSite && !/\s/u.test(written) ? address : null }
}
