import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { regionShape } from '../regions/region.shape.ts'
import { officerShape } from './officer.shape.ts'

export const institutionShape: Shape = {
  type: 'Institution',
  table: 'institution',
  fields: {
    id: column(row => globalIdSql('institution', `${row}.id`)),
    version: field('version'),
    kind: field('kind'),
    name: field('name'),
    region: one({
      shape: () => regionShape,
      on: (row, region) => `${region}.code = ${row}.region_code`,
    }),
    parent: one({ shape: () => institutionShape, on: (row, parent) => `${parent}.id = ${row}.parent_id` }),
    validFrom: field('valid_from'),
    validUntil: field('valid_until'),
    isCurrent: column((row, use) => isCurrent(row, use.today())),
    departments: many({
      shape: () => departmentShape,
      on: (row, department, use) =>
        `${department}.institution_id = ${row}.id and (${use.argument('all')} or ${isCurrent(department, use.today())})`,
      orderBy: department => `${department}.name, ${department}.id`,
    }),
    predecessors: many({
      shape: () => successionShape('from_id'),
      on: (row, succession) => `${succession}.to_id = ${row}.id`,
      orderBy: succession => `${succession}.effective_on, ${succession}.from_id`,
    }),
    successors: many({
      shape: () => successionShape('to_id'),
      on: (row, succession) => `${succession}.from_id = ${row}.id`,
      orderBy: succession => `${succession}.effective_on, ${succession}.to_id`,
    }),
    allowedActions: column((row, use) => allowedInstitutionActions(row, use.today())),
  },
}

/** Seen from one end: the other body, and since when. */
const successionShape = (end: 'from_id' | 'to_id'): Shape => ends[end]

const succession = (end: string): Shape => ({
  type: 'InstitutionSuccession',
  table: 'institution_succession',
  fields: {
    effectiveOn: field('effective_on'),
    institution: one({
      shape: () => institutionShape,
      on: (row, institution) => `${institution}.id = ${row}.${end}`,
    }),
  },
})
const ends = { from_id: succession('from_id'), to_id: succession('to_id') }

export const departmentShape: Shape = {
  type: 'Department',
  table: 'department',
  fields: {
    id: column(row => globalIdSql('department', `${row}.id`)),
    version: field('version'),
    name: field('name'),
    validFrom: field('valid_from'),
    validUntil: field('valid_until'),
    isCurrent: column((row, use) => isCurrent(row, use.today())),
    isOwn: column(row => isOwnDepartment(row)),
    institution: one({
      shape: () => institutionShape,
      on: (row, institution) => `${institution}.id = ${row}.institution_id`,
    }),
    // The database shows them to the centre, and to each officer the own row.
    officers: many({
      shape: () => officerShape,
      on: (row, officer) => `${officer}.department_id = ${row}.id`,
      orderBy: officer => `${officer}.id`,
    }),
  },
}

/** Whether the day lies in its life, both ends included. */
export const isCurrent = (row: string, today: string) => `(
  (${row}.valid_from is null or ${row}.valid_from <= ${today})
  and (${row}.valid_until is null or ${row}.valid_until >= ${today}))`

/** Whose staff ask. */
export const isOfCenter = (row: string) => `${row}.center_id = scope_center()`

/** Null would be neither yes nor no. */
export const isOwnDepartment = (row: string) => `coalesce(${row}.id = any(scope_departments()), false)`

/** What staff may do with a body now; one whose last day is known can still be put right. */
const allowedInstitutionActions = (row: string, today: string) => `(
  case when ${isOfCenter(row)} then
    array['change', 'add_department'] || case when ${row}.valid_until is null or ${row}.valid_until >= ${today}
      then array['end', 'succeed'] else '{}'::text[] end
  else '{}'::text[] end)`

/** Names of public bodies are nobody's secret. */
nodeKinds.set('institution', { shape: institutionShape, key: 'id', isVisible: () => 'true' })
nodeKinds.set('department', { shape: departmentShape, key: 'id', isVisible: () => 'true' })

stories.set('institution', { tells: tellsOf('institution'), isSeen: seenIn('institution', isOfCenter) })
