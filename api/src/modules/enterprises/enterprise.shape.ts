import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { regionShape } from '../regions/region.shape.ts'

/** What everybody may see; downstream nouns add their fields. Contacts are not in here and never will be. */
export const enterpriseShape: Shape = {
  type: 'Enterprise',
  table: 'enterprise',
  fields: {
    id: column(row => globalIdSql('enterprise', `${row}.id`)),
    name: field('name'),
    businessNumber: column(
      row =>
        `substr(${row}.business_number, 1, 3) || '-' || substr(${row}.business_number, 4, 2) || '-' || substr(${row}.business_number, 6)`,
    ),
    branch: field('branch'),
    organisationForm: field('organisation_form'),
    region: one({ shape: () => regionShape, on: (row, region) => `${region}.code = ${row}.region_code` }),
    address: field('address'),
    foundedOn: field('founded_on'),
    summary: field('summary'),
    socialMission: field('social_mission'),
    homepage: field('homepage'),
    formerNames: many({
      shape: () => formerNameShape,
      on: (row, former) => `${former}.enterprise_id = ${row}.id`,
      orderBy: former => `${former}.valid_until desc`,
    }),
  },
}

const formerNameShape: Shape = {
  type: 'EnterpriseName',
  table: 'enterprise_name',
  fields: { name: field('name'), from: field('valid_from'), until: field('valid_until') },
}

/** What the public may see of enterprises; a draft and one that never was look the same. */
export const isPublicEnterprise = (row: string) => `${row}.state = 'published'`

/** The same for what belongs to an enterprise, and is seen where it is seen. */
export const ofPublicEnterprise = (row: string) =>
  `exists (select 1 from enterprise e where e.id = ${row}.enterprise_id and ${isPublicEnterprise('e')})`
