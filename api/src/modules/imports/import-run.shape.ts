import type { Context } from '../../platform/context.ts'
import { globalIdSql } from '../../platform/global-id.ts'
import type { Conditions } from '../../platform/read/conditions.ts'
import { column, field, many, type Shape } from '../../platform/read/shape.ts'
import { actorSideSql } from '../audit/actor-name.ts'
import { timelineShape } from '../audit/timeline.shape.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'

export const importShape: Shape = {
  type: 'Import',
  table: 'import_run',
  fields: {
    id: column(row => globalIdSql('import', `${row}.id`)),
    kind: field('kind'),
    state: field('state'),
    source: column(
      row => `json_build_object('name', ${row}.file_name, 'sha256', ${row}.sha256, 'rows', ${row}.rows,
        'encoding', ${row}.encoding, 'sheet', ${row}.header->>'sheet')`,
    ),
    createdAt: field('created_at'),
    createdBy: column(row => personName(`${row}.by_id`)),
    appliedAt: field('applied_at'),
    expiresAt: field('expires_at'),
    headerRow: column(row => `(${row}.header->>'row')::int`),
    guessedHeaderRow: column(row => `(${row}.header->>'guessedRow')::int`),
    isMappingRemembered: column(row => `coalesce((${row}.header->>'isRemembered')::boolean, false)`),
    mapping: column(row => `coalesce(${row}.header->'columns', '[]')`),
    // Worked out by the resolvers, from these.
    targets: field('kind'),
    title: field('kind'),
    allowedActions: column(
      row => `json_build_object('kind', ${row}.kind, 'state', ${row}.state, 'header', ${row}.header,
        'lines', ${row}.lines, 'expiresAt', ${row}.expires_at, 'undoesId', ${row}.undoes_id)`,
    ),
    diff: column(
      row => `case when ${row}.diff_hash is not null then json_build_object('runId', ${row}.id,
        'hash', ${row}.diff_hash, 'counts', ${row}.lines, 'at', (
          select max(p.at) from ledger p where p.subject_type = 'import' and p.subject_id = ${row}.id
            and p.name in ('import.previewed', 'import.moved'))) end`,
    ),
    errors: field('id'),
    undoBlockers: field('id'),
    progress: column(
      row => `case when ${row}.state in ('checking', 'applying')
        then json_build_object('done', ${row}.done, 'total', ${row}.rows) end`,
    ),
    remarks: field('remarks'),
    event: column(
      row => `(select json_build_object('id', ${globalIdSql('event', 'ev.id')}, 'title', ev.title)
        from event ev where ev.id = ${row}.event_id)`,
    ),
    year: column(row => `(${row}.options->>'year')::int`),
    problem: field('problem'),
    gone: field('gone'),
    appliedBefore: column(
      row => `(select json_build_object('at', p.applied_at, 'by', ${personName('p.by_id')},
          'import', ${globalIdSql('import', 'p.id')})
        from import_run p where p.kind = ${row}.kind and p.sha256 = ${row}.sha256 and p.center_id = ${row}.center_id
          and p.event_id is not distinct from ${row}.event_id and p.options = ${row}.options
          and p.state = 'applied' and p.undoes_id is null and p.id <> ${row}.id order by p.applied_at desc limit 1)`,
    ),
    undoes: column(
      row => `case when ${row}.undoes_id is not null then ${globalIdSql('import', `${row}.undoes_id`)} end`,
    ),
    undoneBy: column(
      row => `(select ${globalIdSql('import', 'u.id')} from import_run u where u.undoes_id = ${row}.id)`,
    ),
  },
}

/** A region is told by its name: nobody knows the codes by heart. */
const shown = (value: string) => `case when k = 'regionCode'
  then coalesce((select r.full_name from region r where r.code = ${value}), ${value}) else ${value} end`

/** A null of JSON has no keys to be asked for. */
const orEmpty = (json: string) => `coalesce(nullif(${json}, 'null'), '{}')`

const personName = (id: string) => `(select person.name from person where person.id = ${id})`

/** Colleagues are told by their names, anybody else by their side. */
const meanwhileShape: Shape = {
  ...timelineShape,
  fields: {
    ...timelineShape.fields,
    actor: column(
      (row, use) => `coalesce((
        select p.name from person p join person v on v.center_id = p.center_id
        where v.id = ${use.viewer()} and p.id = ${row}.actor_id), ${actorSideSql(row)})`,
    ),
  },
}

export const importRowShape: Shape = {
  type: 'ImportRow',
  table: 'import_row',
  fields: {
    id: column(row => `'importrow_' || ${row}.id`),
    sheet: field('sheet'),
    row: column(row => `nullif(${row}.row, 0)`),
    kind: field('verdict'),
    isMoved: field('is_moved'),
    key: field('key'),
    message: field('message'),
    meanwhile: many({
      shape: () => meanwhileShape,
      on: (row, entry) => `${row}.is_moved and exists (
        select 1 from jsonb_array_elements(${row}.changes) c
        where ${entry}.subject_type = c->>'noun' and ${entry}.subject_id::text = c->>'id')
        and ${entry}.at >= (select max(p.at) from ledger p
          where p.subject_type = 'import' and p.subject_id = ${row}.run_id and p.name = 'import.previewed')`,
      orderBy: entry => `${entry}.id desc`,
      limit: () => '10',
    }),
    fields: column(
      row => `(select coalesce(json_agg(json_build_object('name', f.name, 'before', f.before, 'after', f.after)
          order by f.n, f.name), '[]')
        from (
          select n, c->>'noun' || '.' || k as name, ${shown("c->'before'->>k")} as before, ${shown("c->'after'->>k")} as after
          from jsonb_array_elements(${row}.changes) with ordinality e(c, n),
            jsonb_object_keys(${orEmpty(`c->'before'`)} || ${orEmpty(`c->'after'`)}) k) f)`,
    ),
  },
}

export const importErrorShape: Shape = {
  type: 'ImportError',
  table: 'import_row',
  fields: {
    sheet: field('sheet'),
    row: field('row'),
    column: field('column_name'),
    cell: field('cell'),
    // Messages say what is wrong and end with what to do.
    what: column(
      row => `coalesce(substring(${row}.message from '^(.*[.]) [^.]*주세요[.]$'), ${row}.message)`,
    ),
    how: column(row => `substring(${row}.message from '[.] ([^.]*주세요[.])$')`),
  },
}

/** The runs of the actor's own centre: everything that is read of runs begins here. */
export function ofCenter({ actor }: Context, conditions: Conditions, row: string): void {
  conditions.add(`${row}.center_id = ${conditions.value(actor.centerId)}::uuid`)
}

stories.set('import', {
  tells: tellsOf('import'),
  isSeen: seenIn('import_run', row => `${row}.center_id = scope_center()`),
})
