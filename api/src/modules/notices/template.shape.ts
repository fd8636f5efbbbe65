import { column, field, many, type Shape } from '../../platform/read/shape.ts'

/** One row for each kind that has a default; the centre's own words beside it. */
export const templateShape: Shape = {
  type: 'NoticeTemplate',
  table: 'notice_template',
  joins: row => `left join lateral (
    select o.* from notice_template o where o.center_id = scope_center() and o.kind = ${row}.kind
    order by o.version desc limit 1) ${own(row)} on true`,
  fields: {
    kind: field('kind'),
    version: column(row => `coalesce(${own(row)}.version, 0)`),
    subject: column(row => `coalesce(${own(row)}.subject, ${row}.subject)`),
    body: column(row => `coalesce(${own(row)}.body, ${row}.body)`),
    isOwn: column(row => `${own(row)}.subject is not null`),
    defaultSubject: field('subject'),
    defaultBody: field('body'),
    history: many({
      shape: () => versionShape,
      on: (row, version) => `${version}.kind = ${row}.kind and ${version}.center_id = scope_center()`,
      orderBy: version => `${version}.version desc`,
    }),
  },
}

const own = (row: string) => `${row}_own`

const versionShape: Shape = {
  type: 'NoticeTemplateVersion',
  table: 'notice_template',
  fields: {
    version: field('version'),
    subject: field('subject'),
    body: field('body'),
    changedAt: field('changed_at'),
    changedBy: column(row => `(select p.name from person p where p.id = ${row}.changed_by_id)`),
  },
}
