import type { Cell } from '../table/table.ts'
import { comparableName } from './name.ts'
import type { Parsed } from './parsed.ts'

/** 번호 — what a list calls somebody: A67, or 71. Width, case and zeros in front make no other number. */
export function readListNumber({ kind, text }: Cell): Parsed<string> {
  const plain = comparableNumber(kind === 'number' ? text.replace(/\.0+$/, '') : text)
  if (plain === '') return { problem: '번호가 비어 있습니다. 번호를 채우거나 이 행을 빼 주세요.' }
  if (looksLikeNumber(plain)) return { value: plain }
  return { problem: `번호로 읽을 수 없는 값(${text.trim().slice(0, 20)})입니다. A67이나 71처럼 적어 주세요.` }
}

/**
 * 희망 번호 — whom somebody wants to meet: numbers or names, between commas. What is neither stays as it is written:
 * whoever has both lists before them sees what was meant.
 */
export function readChosen({ text }: Cell): Parsed<string[]> {
  const parts = text.normalize('NFKC').split(/[,;/·\n]/u)
  const meant = parts.flatMap(part => {
    const words = part.trim().split(/\s+/u).map(comparableNumber)
    // Numbers are written with blanks between them, too; a name has blanks of its own.
    return words.every(looksLikeNumber) ? words : [wishedAs(part)]
  })
  return { value: [...new Set(meant.filter(Boolean))] }
}

const looksLikeNumber = (text: string) => /^[A-Z]{0,3}-?\d{1,6}$/.test(text)

const comparableNumber = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/^([A-Z]*-?)0+(?=\d)/, '$1')

/** A name as it is looked for; a lone letter is no name, and kept to be asked about. */
const wishedAs = (part: string) =>
  /^\s*[A-Za-z]?\s*$/u.test(part) ? comparableNumber(part) : comparableName(part)
