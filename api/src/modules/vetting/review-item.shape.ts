import { many, one } from '../../platform/read/shape.ts'
import { evidenceFileShape } from '../files/evidence-file.shape.ts'
import { fileUses } from '../files/file-uses.ts'
import { certifiedUntil, evaluatedVerdict, foundCount, neededCount } from './evaluation.ts'
import { isAccepted } from './facts.ts'
import { requirementShape } from './requirement-set.shape.ts'

/** Under the item's own alias, so that each item carries its requirement and its case. */
export const itemJoins = (row: string) => `
  join requirement ${row}_q on ${row}_q.id = ${row}.requirement_id
  join review ${row}_r on ${row}_r.id = ${row}.review_id`

export const requirementOf = one({
  shape: () => requirementShape,
  on: (row, requirement) => `${requirement}.id = ${row}.requirement_id`,
})

/** What the records say to the requirement of an item today; see evaluation.ts. */
export const evaluationSql = (row: string, today: string) =>
  evaluationOf(`${row}_q`, `${row}_r.enterprise_id`, today)

export const evaluationOf = (requirement: string, enterpriseId: string, today: string) => `json_build_object(
  'verdict', ${evaluatedVerdict(requirement, enterpriseId, today)},
  'found', ${foundCount(requirement, enterpriseId, today)},
  'needed', ${neededCount(requirement)},
  'until', ${certifiedUntil(requirement, enterpriseId, today)},
  'asOf', ${today})`

export const fileIdsSql = (row: string) => `(
  select coalesce(json_agg('file_' || replace(f.file_id::text, '-', '') order by f.added_at, f.file_id), '[]')
  from review_item_file f where f.review_id = ${row}.review_id and f.number = ${row}.number)`

const isOfItem = (row: string, file: string) => `exists (
  select 1 from review_item_file f
  where f.review_id = ${row}.review_id and f.number = ${row}.number and f.file_id = ${file}.id)`

/** The files themselves; a case keeps what it was judged by, whatever becomes of it elsewhere. */
export const filesOf = many({
  shape: () => evidenceFileShape,
  on: isOfItem,
  orderBy: file => `${file}.id`,
})

fileUses.set(
  'application',
  file => `select '신청 ' || coalesce(s.title, '') from review_item_file i
    left join review r on r.id = i.review_id left join requirement_set s on s.id = r.requirement_set_id
    where i.file_id = ${file}`,
)

/** 필수 4/5 · 점수 17/25. */
export const scoreSql = (row: string, today: string) => `(
  select json_build_object(
    'requiredMet', count(*) filter (where x.is_required and x.is_accepted),
    'required', count(*) filter (where x.is_required),
    'points', coalesce(sum(x.weight) filter (where x.is_accepted), 0),
    'of', coalesce(sum(x.weight), 0))
  from (
    select q.is_required, q.weight, ${isAccepted('i', 'q', `${row}.enterprise_id`, today)} as is_accepted
    from review_item i join requirement q on q.id = i.requirement_id where i.review_id = ${row}.id
  ) x)`
