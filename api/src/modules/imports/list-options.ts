import { Refusal } from '../../platform/refusal.ts'
import { visibilities, type Visibility } from '../plans/planned-purchase.entity.ts'
import { amountUnits, type AmountUnit } from '../plans/table-columns.ts'

/** What a list of planned purchases does not say itself. */
export interface PlanOptions {
  year: number
  unit: AmountUnit
  /** Where a row does not say. */
  visibility: Visibility
}

/** What has to be known besides the file; nothing for official lists. */
export type ListOptions = Partial<PlanOptions>

/** As the upload says it. */
export interface SaidOptions {
  year: string
  unit: string
  visibility: string
}

export function planOptions({ year, unit, visibility }: SaidOptions): PlanOptions {
  if (!/^2[01]\d\d$/.test(year) || Number(year) > 2100)
    throw new Refusal('BAD_USER_INPUT', '예산 연도를 골라 주세요.', 'year')
  if (!isUnit(unit))
    throw new Refusal('BAD_USER_INPUT', '금액의 단위(원, 천원, 백만원)를 골라 주세요.', 'unit')
  const usual = visibilities.find(each => each === (visibility || 'center'))
  if (usual === undefined || usual === 'department')
    throw new Refusal('BAD_USER_INPUT', '공개 범위를 골라 주세요.', 'visibility')
  return { year: Number(year), unit, visibility: usual }
}

const isUnit = (unit: string): unit is AmountUnit => Object.hasOwn(amountUnits, unit)

/** Of a run that was made with them. */
export function plansOf({ year, unit, visibility }: ListOptions): PlanOptions {
  if (year === undefined || unit === undefined || visibility === undefined)
    throw new Error('This list of plans was taken without its year, unit or visibility')
  return { year, unit, visibility }
}
