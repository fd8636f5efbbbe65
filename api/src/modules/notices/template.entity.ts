import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

/**
 * 알림 틀 — the words of one kind of notice as they were from a day on: of a centre, or with no centre the default.
 * A change is a new row; without words it says that the default counts again.
 */
export const NoticeTemplateSchema = defineEntity({
  name: 'NoticeTemplate',
  properties: {
    ...identity,
    centerId: p.uuid().nullable(),
    kind: p.text(),
    version: p.integer(),
    subject: p.text().nullable(),
    body: p.text().nullable(),
    changedById: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
})
export class NoticeTemplate extends NoticeTemplateSchema.class {}
NoticeTemplateSchema.setClass(NoticeTemplate)
