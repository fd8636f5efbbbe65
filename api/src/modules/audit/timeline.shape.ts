import { column, field, type Shape } from '../../platform/read/shape.ts'
import { actorNameSql } from './actor-name.ts'

/** The ledger as a story. What a row says of people is told as far as the one who asks may know. */
export const timelineShape: Shape = {
  type: 'TimelineEntry',
  table: 'ledger',
  fields: {
    at: field('at'),
    actor: column(row => actorNameSql(row)),
    event: field('name'),
    verb: field('name'),
    subject: field('subject_type'),
    reason: field('reason'),
    changes: column(
      row => `json_build_object('event', ${row}.name, 'changes', ${row}.detail->'changes',
        'from', ${row}.detail->'from', 'to', coalesce(${row}.detail->'to', ${row}.detail->'result'))`,
    ),
  },
}

/**
 * Which ledger rows tell of an enterprise: SQL for the ids of what belongs to it, by the type of the subject.
 * Downstream nouns add their own.
 */
export const timelineSubjects = new Map<string, (enterpriseId: string) => string>([
  ['enterprise', enterpriseId => enterpriseId],
])

/** SQL condition over `ledger`. One branch a type, so that the index by subject serves each. */
export const tellsOfEnterprise = (row: string, enterpriseId: string) =>
  [...timelineSubjects]
    .map(([type, ids]) => `(${row}.subject_type = '${type}' and ${row}.subject_id in (${ids(enterpriseId)}))`)
    .join(' or ')
