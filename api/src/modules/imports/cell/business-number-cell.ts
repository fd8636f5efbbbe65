import { parseBusinessNumber } from '../../enterprises/business-number.ts'
import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** 사업자등록번호 as it stands in lists: text with hyphens, or a number of the spreadsheet. */
export function readBusinessNumber({ kind, text }: Cell): Parsed<string> {
  const digits = kind === 'number' ? text.replace(/\.0+$/, '') : text
  const parsed = parseBusinessNumber(digits)
  if ('number' in parsed) return { value: parsed.number }
  switch (parsed.problem) {
    case 'empty':
      return { problem: '사업자등록번호가 비어 있습니다. 번호를 채우거나 이 행을 빼 주세요.' }
    case 'placeholder':
      return { problem: '번호가 없다는 뜻으로 적은 0000000000입니다. 실제 사업자등록번호를 채워 주세요.' }
    case 'checksum':
      return {
        problem: `검증 숫자가 맞지 않는 사업자등록번호(${text})입니다. 사업자등록증과 대조해 고쳐 주세요.`,
      }
    case 'length':
      return { problem: kind === 'number' ? lostZeros(text) : notTenDigits(text) }
  }
}

/** A spreadsheet that takes the number for an amount drops zeros in front and turns long ones into 1.2E+9. */
const lostZeros = (text: string) =>
  `엑셀 숫자로 저장되어 자릿수가 바뀐 사업자등록번호(${text})입니다. 셀 서식을 텍스트로 바꾸고 10자리로 다시 적어 주세요.`

const notTenDigits = (text: string) =>
  `사업자등록번호는 숫자 10자리여야 하는데 ${quoted(text)}입니다. 사업자등록증과 대조해 고쳐 주세요.`

const quoted = (text: string) => `"${text.trim().slice(0, 20)}"`
