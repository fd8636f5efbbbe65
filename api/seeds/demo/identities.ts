import { Deck } from './deck.ts'
import type { Random } from './random.ts'
import { lines } from './vocabulary/lines.ts'
import type { Line } from './vocabulary/line.ts'
import { organisationForms, stems } from './vocabulary/names.ts'

/** Who an enterprise is before it has an address or an offer. */
export interface Identity {
  line: Line
  organisationForm: string
  /** What is its own in the name: 해든솔. */
  stem: string
  /** Without its form: 해든솔인쇄. */
  ownName: string
  /** As printed on certificates: ㈜해든솔인쇄. */
  name: string
}

const companies = [
  '주식회사',
  '주식회사',
  '사회적협동조합',
  '주식회사',
  '협동조합',
  '주식회사',
  '사회적협동조합',
]
const formsByLine: Record<string, readonly string[]> = {
  farm: ['영농조합법인', '농업회사법인', '협동조합', '영농조합법인', '사회적협동조합'],
  catering: [...companies, '협동조합'],
  care: ['사회적협동조합', '사단법인', '사회적협동조합', '주식회사'],
  bakery: ['사회복지법인', '주식회사', '사회적협동조합', '개인사업자'],
  stationery: ['사회복지법인', '주식회사', '유한회사', '주식회사'],
  laundry: ['사회복지법인', '유한회사', '주식회사'],
  performance: ['사단법인', '협동조합', '주식회사'],
}
const elsewhere = [...companies, '유한회사', '주식회사', '개인사업자', '협동조합']

/** Deals out lines of business, forms and names; a name comes once, unless everything has been used. */
export class Identities {
  readonly #random: Random
  readonly #lines = new Deck(lines)
  readonly #forms = new Map<string, Deck<string>>()
  readonly #taken = new Set<string>()

  constructor(random: Random) {
    this.#random = random
  }

  next(): Identity {
    const line = this.#lines.deal()
    const organisationForm = this.#formFor(line)
    const { stem, ownName } = this.#name(line)
    const written = this.#random.pick(organisationForms[organisationForm] ?? ['*'])
    return { line, organisationForm, stem, ownName, name: written.replace('*', ownName) }
  }

  #formFor(line: Line): string {
    const deck = this.#forms.get(line.key) ?? new Deck(formsByLine[line.key] ?? elsewhere)
    this.#forms.set(line.key, deck)
    return deck.deal()
  }

  /** A large seed runs out of names; then two enterprises share one, as real ones do. */
  #name(line: Line): { stem: string; ownName: string } {
    for (let tries = 1; ; tries++) {
      const stem = this.#random.pick(stems)
      const ownName = stem + this.#random.pick(line.endings)
      if (this.#taken.has(ownName) && tries < 30) continue
      this.#taken.add(ownName)
      return { stem, ownName }
    }
  }
}
