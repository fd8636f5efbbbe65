import type { Context } from '../../platform/context.ts'
import type { Day } from '../../platform/day.ts'
import { lineOfText, lineOrNothing } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertCategoryIsKnown } from '../categories/known-category.ts'
import { assertRegionsAreKnown } from '../regions/known-region.ts'

export interface CapacityValues {
  quantityPerMonth: number | null
  unit: string | null
  people: number | null
  facilities: string | null
}

export interface RecordValues {
  client: string
  item: string
  amount: number
  deliveredOn: Day
  contractNumber: string | null
}

export interface TermsValues {
  regions: string[]
  leadDays: number | null
  minimumOrder: number | null
  payment: string | null
  afterService: string | null
}

export type ClaimOfKind = { categoryCode: string | null } & (
  | { kind: 'supply_capacity'; values: CapacityValues }
  | { kind: 'delivery_record'; values: RecordValues }
  | { kind: 'delivery_terms'; values: TermsValues }
)

/** The claim as it is stored, or a refusal that names the field. */
export async function checkedClaim(ctx: Context, said: ClaimOfKind): Promise<ClaimOfKind> {
  const { kind, categoryCode } = said
  await assertCategoryIsKnown(ctx, categoryCode, 'claim.category')
  if (kind === 'supply_capacity') return { kind, categoryCode, values: capacity(said.values) }
  if (kind === 'delivery_record') return { kind, categoryCode, values: delivered(ctx, said.values) }
  await assertRegionsAreKnown(ctx, said.values.regions, 'claim.deliveryTerms.regions')
  return { kind, categoryCode, values: terms(said.values) }
}

function capacity({ quantityPerMonth, people, ...text }: CapacityValues): CapacityValues {
  const at = 'supplyCapacity'
  atLeast(1, quantityPerMonth, `${at}.quantityPerMonth`)
  atLeast(0, people, `${at}.people`)
  const unit = orNull(text.unit, `${at}.unit`, 20)
  if (quantityPerMonth !== null && unit === null)
    throw refuse(`${at}.unit`, '월 공급량의 단위를 적어 주세요.')
  const facilities = orNull(text.facilities, `${at}.facilities`, 500)
  if (quantityPerMonth === null && people === null && facilities === null)
    throw refuse(`${at}.quantityPerMonth`, '월 공급량, 인원, 시설 가운데 하나는 적어 주세요.')
  return { quantityPerMonth, unit, people, facilities }
}

function delivered({ today }: Context, { amount, deliveredOn, ...text }: RecordValues): RecordValues {
  const at = 'deliveryRecord'
  atLeast(0, amount, `${at}.amount`)
  if (deliveredOn > today) throw refuse(`${at}.deliveredOn`, '납품일이 오늘보다 뒤입니다.')
  return {
    ...{ amount, deliveredOn },
    client: lineOfText(text.client, `claim.${at}.client`, 100),
    item: lineOfText(text.item, `claim.${at}.item`, 200),
    contractNumber: orNull(text.contractNumber, `${at}.contractNumber`, 60),
  }
}

function terms({ regions, leadDays, minimumOrder, ...text }: TermsValues): TermsValues {
  const at = 'deliveryTerms'
  atLeast(0, leadDays, `${at}.leadDays`)
  atLeast(1, minimumOrder, `${at}.minimumOrder`)
  return {
    ...{ leadDays, minimumOrder, regions: [...new Set(regions)].sort() },
    payment: orNull(text.payment, `${at}.payment`, 200),
    afterService: orNull(text.afterService, `${at}.afterService`, 500),
  }
}

function atLeast(least: number, value: number | null, field: string): void {
  if (value !== null && value < least) throw refuse(field, `${least} 이상의 수를 적어 주세요.`)
}

const orNull = (text: string | null, field: string, longest: number) =>
  lineOrNothing(text, `claim.${field}`, longest) ?? null

const refuse = (field: string, message: string) => new Refusal('BAD_USER_INPUT', message, `claim.${field}`)
