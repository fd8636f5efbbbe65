/** 업종 — a line of business: what enterprises in it are called, say of themselves, and offer. */
export interface Line {
  key: string
  /** What names of enterprises in it end with. */
  endings: string[]
  /** First and second sentence of a summary. `{place}` is the district, `{year}` the year of founding. */
  openings: string[]
  strengths: string[]
  /** Social missions. `{staff}` people work there, `{part}` of them from groups that find work hardly. */
  missions: string[]
  facilities: string[]
  /** What a month’s supply is counted in, and about how much of it there is. */
  capacity: { unit: string; from: number; to: number }
  offers: Offer[]
}

/** Something that several enterprises of a line sell, each in its own way. */
export interface Offer {
  categoryCode: string
  name: string
  spec: string
  unit: string
  /** About how much, in won with VAT; null: on quotation. */
  price: number | null
  leadDays: number
  minimumOrder: number
}

/** Reads `code | name | spec | unit | price or 견적 | lead days | minimum order`, one offer per line. */
export function offers(table: string): Offer[] {
  return table.trim().split('\n').map(readOffer)
}

function readOffer(line: string): Offer {
  const [categoryCode = '', name = '', spec = '', unit = '', price, lead, minimum] = line
    .split('|')
    .map(cell => cell.trim())
  const offer = {
    categoryCode,
    name,
    spec,
    unit,
    price: price === '견적' ? null : Number(price),
    leadDays: Number(lead),
    minimumOrder: Number(minimum),
  }
  const numbers = [offer.price ?? 0, offer.leadDays, offer.minimumOrder]
  if (!/^\d{6,10}$/.test(categoryCode) || !unit || !numbers.every(Number.isInteger))
    throw new Error(`Not an offer: "${line}".`)
  return offer
}
