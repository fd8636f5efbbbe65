import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, one, type Shape } from '../../platform/read/shape.ts'
import { meetingShape } from './meeting.shape.ts'

export const followUpShape: Shape = {
  type: 'FollowUp',
  table: 'follow_up',
  fields: {
    id: column(row => globalIdSql('followup', `${row}.id`)),
    version: field('version'),
    kind: field('kind'),
    what: field('what'),
    dueOn: field('due_on'),
    doneOn: field('done_on'),
    result: field('result'),
    isOverdue: column((row, use) => `(${row}.done_on is null and ${row}.due_on < ${use.today()})`),
    meeting: one({ shape: () => meetingShape, on: (row, meeting) => `${meeting}.id = ${row}.meeting_id` }),
  },
}
