import { defineEntity, p } from '@mikro-orm/core'

/**
 * 지역 — an administrative region by its 10-digit code: 2 digits 시도, 5 시군구. Regions end and are
 * followed by others (인천 서구 → 서해구 and 검단구 on 2026-07-01), so each has the days of its life.
 */
export const RegionSchema = defineEntity({
  name: 'Region',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    fullName: p.text(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
  },
})
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region)

/** Which region took over from which; one may become several. */
export const RegionSuccessionSchema = defineEntity({
  name: 'RegionSuccession',
  properties: {
    fromCode: p.text().primary(),
    toCode: p.text().primary(),
    effectiveOn: p.date(),
  },
})
export class RegionSuccession extends RegionSuccessionSchema.class {}
RegionSuccessionSchema.setClass(RegionSuccession)
