import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** 기업명 — as printed: whether it says （주）, (주) or ㈜ is the enterprise's own business. */
export function readName({ text }: Cell): Parsed<string> {
  const value = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (value === '') return { problem: '기업명이 비어 있습니다. 사업자등록증의 상호를 채워 주세요.' }
  if (!/[\p{L}\p{N}]/u.test(value))
    return { problem: `기업명이 아닌 값(${value})입니다. 사업자등록증의 상호를 채워 주세요.` }
  return { value }
}

const legalForms = [
  '주식회사',
  '유한책임회사',
  '유한회사',
  '합자회사',
  '합명회사',
  '사단법인',
  '재단법인',
  '농업회사법인',
  '영농조합법인',
  '어업회사법인',
  '영어조합법인',
  '사회복지법인',
  '의료법인',
  '학교법인',
]
const bracketedForm = /[([](주|유|합|사|재|복|농|영농|유한|사단|재단)[)\]]/gu

/** The name as two lists can be compared by: without legal form, brackets, blanks and differences of width. */
export function comparableName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').replace(bracketedForm, '')
  const bare = legalForms.reduce((text, form) => text.replaceAll(form, ''), plain)
  // A name that is nothing but its legal form stays what it is.
  return bare === '' ? plain : bare
}
