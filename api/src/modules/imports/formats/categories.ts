import type { Parsed } from '../cell/parsed.ts'
import { optional } from '../cell/parsed.ts'
import { readRequiredText, readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import type { Cell } from '../table/table.ts'

/** How many digits of the code mean something, by what lists call the level. */
const digitsByLevel: Record<string, number> = {
  segment: 2,
  대분류: 2,
  family: 4,
  중분류: 4,
  class: 6,
  소분류: 6,
  commodity: 8,
  세분류: 8,
  품명: 8,
  detail: 10,
  세부품명: 10,
}

/** 물품분류 목록: every code padded with zeros to 8 or 10 digits, its level beside it. */
export const categories: TableFormat = {
  shape: 'table',
  title: '물품분류 목록',
  layout: layout(
    {
      code: column(readCode, 'code', '물품분류번호', '세부품명번호'),
      digits: column(readLevel, 'level', '단계', '구분'),
      name: column(readRequiredText, 'title_ko', '품명', '한글명'),
      nameEn: columnIfAny(optional(readText), 'title_en', '영문명'),
    },
    ({ code, digits, name, nameEn }) => {
      const isPadded = code.length >= digits && /^0*$/.test(code.slice(digits))
      if (!isPadded)
        return {
          column: 'code',
          message: `분류번호 ${code}가 단계의 ${digits}자리와 맞지 않습니다. 번호나 단계를 고쳐 주세요.`,
        }
      return [{ type: 'category', code: code.slice(0, digits), name, nameEn }]
    },
  ),
}

function readCode({ text }: Cell): Parsed<string> {
  const value = text.normalize('NFKC').replace(/[\s-]/gu, '')
  if (/^\d{2}(\d{2}){0,4}$/.test(value)) return { value }
  return {
    problem: `분류번호는 숫자 2~10자리(짝수)여야 하는데 "${text.trim().slice(0, 20)}"입니다. 번호를 고쳐 주세요.`,
  }
}

function readLevel({ text }: Cell): Parsed<number> {
  const value = digitsByLevel[text.trim().toLowerCase()]
  if (value !== undefined) return { value }
  const known = Object.keys(digitsByLevel).join(', ')
  return {
    problem: `모르는 분류 단계(${text.trim().slice(0, 20)})입니다. 다음 가운데 하나로 고쳐 주세요: ${known}.`,
  }
}
