import type { VariablesOf } from '../../api/graphql.ts'
import type { EventKind } from '../../parts/event-words.ts'
import type { ChangeEvent } from './setup.documents.ts'
import { momentOf, numberOf, textOf, type Values } from '../../desk/fields/fields.ts'

type Changes = VariablesOf<typeof ChangeEvent>['changes']

/** What the API is told; a field that is not among the values stays as it is. */
export function changesOf(values: Values): Changes {
  const told =
    <T>(read: (values: Values, name: string) => T) =>
    (name: string): T | undefined =>
      name in values ? read(values, name) : undefined
  const text = told(textOf)
  const number = told(numberOf)
  const moment = told(momentOf)
  return {
    title: text('title'),
    kind: told(kindIn)('kind'),
    year: number('year'),
    host: text('host'),
    venue: text('venue'),
    summary: text('summary'),
    requirementSet: text('requirementSet'),
    applyUntil: moment('applyUntil'),
    wishesUntil: moment('wishesUntil'),
    replyDays: number('replyDays'),
    enterprisesWanted: number('enterprisesWanted'),
    departmentsWanted: number('departmentsWanted'),
    slotMinutes: number('slotMinutes'),
    gapMinutes: number('gapMinutes'),
    fairness: number('fairness'),
    isPublic: told((all, name) => all[name] === 'yes')('isPublic'),
  }
}

const kinds = ['BRIEFING', 'CONSULTATION', 'MATCHING_DAY'] as const
const kindIn = (values: Values, name: string): EventKind | undefined =>
  kinds.find(kind => kind === values[name])

export const eventKinds = kinds
