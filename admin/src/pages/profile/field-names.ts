import { t } from '../../locales/desk-text.ts'

const names: ReadonlyMap<string, Parameters<typeof t>[0]> = new Map([
  ['summary', 'desk.summary'],
  ['socialMission', 'desk.socialMission'],
  ['homepage', 'desk.homepage'],
  ['address', 'desk.address'],
  ['regionCode', 'desk.region'],
  ['organisationForm', 'desk.organisationForm'],
  ['foundedOn', 'desk.foundedOn'],
  ['contacts', 'desk.contacts'],
  ['workforce', 'desk.workforce'],
  ['products', 'desk.products'],
  ['certifications', 'desk.certifications'],
  ['credentials', 'desk.credentials'],
])

/** What people call a field; one we do not know yet goes by its own name. */
export function fieldName(field: string): string {
  const key = names.get(field)
  return key === undefined ? field : t(key)
}
