import type { EnterpriseRow, ProductImageRow, ProductRow } from './rows.ts'
import type { Line, Offer } from './vocabulary/line.ts'
import { lines } from './vocabulary/lines.ts'
import { capitalArea } from './vocabulary/places.ts'
import { daysBetween, edited, newId, type World } from './world.ts'

/** Offers of the enterprise’s own line; beyond that, some from others, as resellers have them. */
export function chooseOffers({ random }: World, line: Line, count: number): Offer[] {
  const own = random.sample(line.offers, count)
  if (own.length === count) return own
  const others = lines.filter(other => other !== line).flatMap(other => other.offers)
  return [...own, ...random.sample(others, count - own.length)]
}

export function makeProduct(
  world: World,
  enterprise: EnterpriseRow,
  offer: Offer,
  brand: string,
): ProductRow {
  const { random, today } = world
  const age = daysBetween(enterprise.created_at.slice(0, 10), today)
  return {
    ...edited(world, random.between(1, Math.max(2, age - 1))),
    enterprise_id: enterprise.id,
    category_code: offer.categoryCode,
    name: random.isLucky(0.2) ? `${brand} ${offer.name}` : offer.name,
    spec: offer.spec,
    unit: offer.unit,
    price: priceOf(world, offer),
    includes_vat: !isTaxFree(offer),
    minimum_order: offer.minimumOrder,
    lead_days: Math.max(1, offer.leadDays + random.between(-1, 3)),
    delivery_regions: deliveryRegions(world, enterprise.region_code),
    state: stateOf(world, enterprise.state),
    source: 'seed',
  }
}

/** One drawing per segment, drawn by the admin; no photograph is claimed that nobody took. */
export function makeImage(world: World, product: ProductRow): ProductImageRow {
  return {
    id: newId(world),
    product_id: product.id,
    url: `/img/category/${product.category_code.slice(0, 2)}.svg`,
    alt: `${product.name} 분류 그림`,
    position: 1,
  }
}

/** Prices are round, and large jobs are often quoted. */
function priceOf({ random }: World, { price }: Offer): number | null {
  if (price === null || (price >= 1_000_000 && random.isLucky(0.12))) return null
  const wanted = price * (0.86 + random.next() * 0.34)
  const step = [100_000, 10_000, 1_000, 100, 10].find(step => wanted >= step * 40) ?? 10
  return Math.round(wanted / step) * step
}

/** 면세 — unprocessed farm goods, cut flowers and books. */
const isTaxFree = ({ categoryCode }: Offer) => /^(10|5010|502211|551015)/.test(categoryCode)

function deliveryRegions({ random }: World, region: string): string[] {
  const province = region.slice(0, 2).padEnd(10, '0')
  if (random.isLucky(0.42)) return []
  if (capitalArea.includes(province) && random.isLucky(0.5)) return capitalArea
  return random.isLucky(0.75) ? [province] : [region]
}

/** An enterprise that is not public sells nothing. */
function stateOf({ random }: World, enterprise: EnterpriseRow['state']): ProductRow['state'] {
  if (enterprise === 'draft') return 'draft'
  if (enterprise === 'withdrawn' || random.isLucky(0.03)) return 'withdrawn'
  return random.isLucky(0.03) ? 'draft' : 'on_sale'
}
