import { parseBusinessNumber } from '../../src/modules/enterprises/business-number.ts'
import type { Random } from './random.ts'

/**
 * Business numbers with a right check digit that no real company can have: the first three digits are a tax
 * office (세무서), whose codes begin at 101.
 */
export function inventBusinessNumber(random: Random, taken: Set<string>): string {
  const office = String(random.between(1, 99)).padStart(3, '0')
  const kind = random.pick(['81', '82', '86', '87', '88'])
  const stem = office + kind + String(random.between(0, 9999)).padStart(4, '0')
  const number = Array.from('0123456789', digit => stem + digit).find(hasRightCheckDigit)
  if (number === undefined || taken.has(number)) return inventBusinessNumber(random, taken)
  taken.add(number)
  return number
}

const hasRightCheckDigit = (number: string) => 'number' in parseBusinessNumber(number)
