import type { Format } from './format.ts'
import type { ListOptions } from './list-options.ts'
import { authCompany } from './formats/authcompany.ts'
import { categories } from './formats/categories.ts'
import { certificatePeriods } from './formats/certificate-periods.ts'
import { eventBuyers, eventEnterprises } from './formats/event-participants.ts'
import { offers } from './formats/offers.ts'
import { plannedPurchases } from './formats/planned-purchases.ts'
import { preferredProcurement } from './formats/preferred-procurement.ts'
import { selfSupportEnterprises } from './formats/self-support-enterprises.ts'
import { socialEnterprises } from './formats/social-enterprises.ts'
import { valueStore } from './formats/value-store.ts'
import { villageEnterprises } from './formats/village-enterprises.ts'

/** Every list that can be imported, by the name it has on the command line. */
export const formats = {
  'social-enterprises': socialEnterprises,
  'value-store': valueStore,
  'village-enterprises': villageEnterprises,
  'self-support-enterprises': selfSupportEnterprises,
  authcompany: authCompany,
  'preferred-procurement': preferredProcurement,
  'certificate-periods': certificatePeriods,
  offers,
  categories,
  'planned-purchases': plannedPurchases({}),
  'event-buyers': eventBuyers,
  'event-enterprises': eventEnterprises,
} as const satisfies Record<string, Format>

export type ImportKind = keyof typeof formats

export const isImportKind = (text: string): text is ImportKind => Object.hasOwn(formats, text)

/** The list as it is read with what is known besides the file. */
export const formatOf = (kind: ImportKind, options: ListOptions): Format =>
  kind === 'planned-purchases' ? plannedPurchases(options) : formats[kind]

/** What a list is about, where it is not an official list of enterprises. */
export function aboutOf(kind: ImportKind): 'plans' | 'event' | null {
  const format: Format = formats[kind]
  return format.shape === 'table' ? (format.about ?? null) : null
}
