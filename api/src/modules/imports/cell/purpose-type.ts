import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** 사회적목적 실현유형 — lists disagree about the dot in 기타(창의·혁신)형; the text is kept, the dot made one. */
export function readPurposeType({ text }: Cell): Parsed<string> {
  return {
    value: text
      .normalize('NFC')
      .replace(/[ㆍᆞ・･•‧⋅]/gu, '·')
      .replace(/\s/gu, ''),
  }
}
