import type { Format } from './format.ts'
import { authCompany } from './formats/authcompany.ts'
import { categories } from './formats/categories.ts'
import { certificatePeriods } from './formats/certificate-periods.ts'
import { offers } from './formats/offers.ts'
import { preferredProcurement } from './formats/preferred-procurement.ts'
import { selfSupportEnterprises } from './formats/self-support-enterprises.ts'
import { socialEnterprises } from './formats/social-enterprises.ts'
import { valueStore } from './formats/value-store.ts'
import { villageEnterprises } from './formats/village-enterprises.ts'

/** Every official list that can be imported, by the name it has on the command line. */
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
} as const satisfies Record<string, Format>

export type ImportKind = keyof typeof formats

export const isImportKind = (text: string): text is ImportKind => Object.hasOwn(formats, text)
