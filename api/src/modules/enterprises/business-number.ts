/**
 * 사업자등록번호 — ten digits, the last of which checks the others. The checksum finds every single
 * wrong digit, but one in nine swaps of neighbours passes it.
 */
const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]

export type BusinessNumberProblem = 'empty' | 'length' | 'checksum' | 'placeholder'

/**
 * Reads a business number however it was typed: with hyphens or spaces, in full-width digits.
 * 0000000000 passes the checksum and stands in official files for "none", so it is named apart.
 */
export function parseBusinessNumber(text: string): { number: string } | { problem: BusinessNumberProblem } {
  const number = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212\u200b\ufeff]/gu, '')
  if (number === '') return { problem: 'empty' }
  if (/^0+$/.test(number)) return { problem: 'placeholder' }
  if (!/^\d{10}$/.test(number)) return { problem: 'length' }
  return hasRightCheckDigit(number) ? { number } : { problem: 'checksum' }
}

function hasRightCheckDigit(number: string): boolean {
  const digits = Array.from(number, Number)
  const [ninth = 0, check = 0] = digits.slice(8)
  const sum = weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0)
  return (10 - ((sum + Math.floor((ninth * 5) / 10)) % 10)) % 10 === check
}
