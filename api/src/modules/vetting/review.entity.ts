import { defineEntity, p } from '@mikro-orm/core'
import { identity } from '../../platform/row.entity.ts'
import { causes, reviewStates, verdicts } from './vetting.states.ts'

/** 심사 — one vetting case of an enterprise, judged by the version of the criteria it began with. */
export const ReviewSchema = defineEntity({
  name: 'Review',
  properties: {
    ...identity,
    centerId: p.uuid(),
    enterpriseId: p.uuid(),
    requirementSetId: p.uuid(),
    state: p.enum(reviewStates),
    cause: p.enum(causes),
    /** What set it off, in a sentence. */
    causeDetail: p.text().nullable(),
    certificationId: p.uuid().nullable(),
    assigneeId: p.uuid().nullable(),
    /** Until when the centre, or after a return the enterprise, has to act. */
    dueOn: p.date().nullable(),
    openedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    timesReturned: p.integer().default(0),
    /** Who approved first where two people must. */
    firstApproverId: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedById: p.uuid().nullable(),
    decisionReason: p.text().nullable(),
    /** When the enterprise is told; until then the decision can be undone. */
    noticeAt: p.datetime().nullable(),
    /** Whether this approval put the enterprise into the catalogue, so that undoing it takes it out again. */
    hasPublished: p.boolean().default(false),
    /** Counts every change of the case and of its items; moved by `commit`, under the row's lock. */
    version: p.integer().default(1),
    updatedAt: p.datetime(),
  },
})
export class Review extends ReviewSchema.class {}
ReviewSchema.setClass(Review)

/** 심사 항목 — one requirement of a case: what the enterprise says, and what became of it. */
export const ReviewItemSchema = defineEntity({
  name: 'ReviewItem',
  properties: {
    reviewId: p.uuid().primary(),
    number: p.integer().primary(),
    requirementId: p.uuid(),
    answer: p.text().nullable(),
    isAttested: p.boolean().default(false),
    verdict: p.enum(verdicts).nullable(),
    /** Why it was waived or overridden. */
    reason: p.text().nullable(),
    /** 보완 요청: what the enterprise is asked to put right; seen by it once sent. */
    note: p.text().nullable(),
    noteSentAt: p.datetime().nullable(),
    isNoteAnswered: p.boolean().default(false),
    noteReply: p.text().nullable(),
    judgedById: p.uuid().nullable(),
    judgedAt: p.datetime().nullable(),
  },
})
export class ReviewItem extends ReviewItemSchema.class {}
ReviewItemSchema.setClass(ReviewItem)

export const ReviewItemFileSchema = defineEntity({
  name: 'ReviewItemFile',
  properties: {
    reviewId: p.uuid().primary(),
    number: p.integer().primary(),
    fileId: p.uuid().primary(),
    addedAt: p.datetime(),
  },
})
export class ReviewItemFile extends ReviewItemFileSchema.class {}
ReviewItemFileSchema.setClass(ReviewItemFile)

/** 이해충돌 — a member of staff who must not judge an enterprise. */
export const ConflictOfInterestSchema = defineEntity({
  name: 'ConflictOfInterest',
  properties: {
    personId: p.uuid().primary(),
    enterpriseId: p.uuid().primary(),
    centerId: p.uuid(),
    reason: p.text(),
    declaredAt: p.datetime(),
  },
})
export class ConflictOfInterest extends ConflictOfInterestSchema.class {}
ConflictOfInterestSchema.setClass(ConflictOfInterest)
