import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'

/** 응답 — one form that was filled in; who did is known as far as the participant, never the person. */
export const ResponseSchema = defineEntity({
  name: 'Response',
  properties: {
    ...identity,
    surveyId: p.uuid(),
    participationId: p.uuid().nullable(),
    linkId: p.uuid().nullable(),
    via: p.enum(['link', 'paper'] as const),
    /** Made where it is typed: sent twice, it counts once. */
    entryKey: p.uuid(),
    enteredById: p.uuid().nullable(),
    at: p.datetime(),
  },
})
export class Response extends ResponseSchema.class {}
ResponseSchema.setClass(Response)

/** 답 — places of the options chosen, from 1 on, or a text. */
export const AnswerSchema = defineEntity({
  name: 'Answer',
  properties: {
    responseId: p.uuid().primary(),
    questionId: p.uuid().primary(),
    choices: p.array(Number),
    text: p.text().nullable(),
  },
})
export class Answer extends AnswerSchema.class {}
AnswerSchema.setClass(Answer)
