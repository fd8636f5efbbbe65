import iconv from 'iconv-lite'
import { Refusal } from '../../platform/refusal.ts'

const longest = 120
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Control characters, characters without a width, and those that turn the direction of the text around them. */
const deceiving = /[\p{Cc}\p{Cf}\u2028\u2029\p{Cs}\p{Co}\p{Cn}]/gu
/** What Windows cannot have in a name. */
const forbidden = /[<>:"|?*]/gu
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu

/**
 * 파일 이름 — as the person gave it, as far as it can be shown and stored everywhere: no path, nothing unseen, composed
 * (NFC). From `bytes` because old programs still send names in CP949.
 */
export function fileNameOf(bytes: Buffer): string {
  const base = decoded(bytes).replace(/^.*[\\/]/su, '')
  const name = base
    .normalize('NFC')
    .replaceAll(deceiving, '')
    .replaceAll(forbidden, '_')
    .replace(/[\s.]+$/u, '')
    .replace(/^[\s.]+/u, '')
    .replace(device, '_$1')
  if (name === '' || !/[\p{L}\p{N}]/u.test(name))
    throw new Refusal('BAD_USER_INPUT', '파일 이름이 없습니다. 이름을 정해 다시 올려 주세요.', 'name')
  return shortened(name)
}

function decoded(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return iconv.decode(bytes, 'cp949').replaceAll('\ufffd', '')
  }
}

/** The end stays: it says what the file is. */
function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const extension = /\.[^.]{1,8}$/u.exec(name)?.[0] ?? ''
  return characters.slice(0, longest - [...extension].length).join('') + extension
}
