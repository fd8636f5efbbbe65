import { defineEntity, p } from '@mikro-orm/core'
import { edited, identity } from '../../platform/row.entity.ts'
import { surveyStates } from './survey.states.ts'

export const audiences = ['enterprise', 'department'] as const
export type Audience = (typeof audiences)[number]

/** 설문 — what one side of an event is asked. */
export const SurveySchema = defineEntity({
  name: 'Survey',
  properties: {
    ...identity,
    ...edited,
    eventId: p.uuid(),
    centerId: p.uuid(),
    audience: p.enum(audiences),
    /** 응답 단위: several people of one participant may answer, or each participant once. */
    unit: p.enum(['person', 'participant'] as const),
    title: p.text(),
    state: p.enum(surveyStates).default('draft'),
  },
})
export class Survey extends SurveySchema.class {}
SurveySchema.setClass(Survey)

export const questionKinds = ['single', 'multiple', 'scale', 'text'] as const

/** 문항. */
export const QuestionSchema = defineEntity({
  name: 'Question',
  properties: {
    ...identity,
    surveyId: p.uuid(),
    position: p.integer(),
    kind: p.enum(questionKinds),
    text: p.text(),
    options: p.array(),
  },
})
export class Question extends QuestionSchema.class {}
QuestionSchema.setClass(Question)

/** 응답 링크 — a secret address; of one participant, or for anybody. Only its hash is kept. */
export const SurveyLinkSchema = defineEntity({
  name: 'SurveyLink',
  properties: {
    ...identity,
    surveyId: p.uuid(),
    participationId: p.uuid().nullable(),
    tokenHash: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
})
export class SurveyLink extends SurveyLinkSchema.class {}
SurveyLinkSchema.setClass(SurveyLink)
