import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { certificationKindShape } from '../certifications/certification.shape.ts'
import { impactSql } from './impact.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'

export const requirementShape: Shape = {
  type: 'Requirement',
  table: 'requirement',
  fields: {
    number: field('position'),
    key: column(row => globalIdSql('requirement', `${row}.key`)),
    kind: field('kind'),
    text: field('text'),
    guidance: field('guidance'),
    law: field('law'),
    parameters: column(
      row => `json_build_object(
        'certificationKinds', ${row}.parameters->'kinds', 'through', ${row}.parameters->'through',
        'daysAhead', ${row}.parameters->'daysAhead', 'count', ${row}.parameters->'count',
        'years', ${row}.parameters->'years', 'confirmed', ${row}.parameters->'confirmed')`,
    ),
    isRequired: field('is_required'),
    weight: field('weight'),
  },
}

export const requirementSetShape: Shape = {
  type: 'RequirementSet',
  table: 'requirement_set',
  fields: {
    id: column(row => globalIdSql('requirementset', `${row}.id`)),
    version: field('version'),
    number: field('number'),
    title: field('title'),
    purpose: field('purpose'),
    kind: one({ shape: () => certificationKindShape, on: (row, kind) => `${kind}.code = ${row}.kind_code` }),
    state: field('state'),
    effectiveFrom: field('effective_from'),
    openUntil: field('open_until'),
    publication: column(
      (row, use) => `case when ${isOfDesk(row, use.viewer())} then (
        select json_build_object('at', l.at, 'reason', l.reason,
          'by', (select p.name from person p where p.id = l.actor_id and p.center_id = ${row}.center_id))
        from ledger l where l.subject_type = 'requirement_set' and l.subject_id = ${row}.id
          and l.name = 'requirement_set.published' limit 1) end`,
    ),
    needsTwo: field('needs_two'),
    reviewDays: field('review_days'),
    returnDays: field('return_days'),
    isInForce: column((row, use) => isInForce(row, use.today())),
    requirements: many({
      shape: () => requirementShape,
      on: (row, requirement) => `${requirement}.requirement_set_id = ${row}.id`,
      orderBy: requirement => `${requirement}.position`,
    }),
    impact: column((row, use) => {
      const day = `coalesce(${use.argument('on')}::date, ${use.today()})`
      return `case when ${isOfDesk(row, use.viewer())} then ${impactSql(row, day, use.argument('first'))} end`
    }),
    versions: many({
      shape: () => requirementSetShape,
      on: (row, other) => `${other}.series_id = ${row}.series_id`,
      orderBy: other => `${other}.number desc`,
    }),
  },
}

/** The latest published version whose first day has come. */
export const isInForce = (row: string, today: string) => `(
  ${row}.state = 'published' and ${row}.effective_from <= ${today} and not exists (
    select 1 from requirement_set later
    where later.series_id = ${row}.series_id and later.state = 'published'
      and later.effective_from <= ${today} and later.number > ${row}.number))`

export const isOfDesk = (row: string, viewer: string) => `exists (
  select 1 from person p
  where p.id = ${viewer} and p.center_id = ${row}.center_id and p.role in ('staff', 'lead'))`

/** Its own centre sees all of them; who acts for an enterprise sees what has been published. */
export const isVisibleSet = (row: string, viewer: string) => `${isOfDesk(row, viewer)} or (
  ${row}.state = 'published' and exists (select 1 from enterprise_member m where m.person_id = ${viewer}))`

nodeKinds.set('requirementset', {
  shape: requirementSetShape,
  key: 'id',
  isVisible: (row, viewer) => isVisibleSet(row, viewer()),
})

stories.set('requirementset', {
  tells: tellsOf('requirement_set'),
  isSeen: seenIn('requirement_set', isOfDesk),
})
