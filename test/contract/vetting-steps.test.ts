import { reviewStates, reviewSteps, type ReviewStep } from '@panro/api/src/modules/vetting/vetting.states.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask } from '../kit/ask.ts'
import { openVetting, type Vetting } from '../kit/vetting.ts'

let app: TestApp
let world: Vetting
let review: string
beforeAll(async () => {
  app = await startApp({ template: 'bare' })
  world = await openVetting(app)
  const enterprise = await world.enterprise()
  const set = await world.requirementSet()
  const begun = await world.inReview(enterprise.id, set.id)
  review = begun.review.id.slice('review_'.length)
})
afterAll(async () => {
  await world.end()
  await app.stop()
})

const reason = 'reason: "열 글자가 넘는 이유입니다"'
/** The call of each step; what is written here is all that a person would have to say. */
const calls: Record<Exclude<ReviewStep, 'lapse'>, [string, string]> = {
  answer: ['answerRequirement', 'number: 1, answer: { isAttested: true }'],
  submit: ['submitApplication', ''],
  assign: ['assignReview', ''],
  begin: ['beginReview', ''],
  judge: ['judgeItem', 'number: 1, verdict: MET'],
  sendBack: ['sendBackReview', ''],
  approve: ['approveReview', ''],
  reject: ['rejectReview', reason],
  undo: ['undoReviewDecision', ''],
  suspend: ['suspendReview', reason],
  reinstate: ['reinstateReview', reason],
  reopen: ['reopenReview', reason],
}
const steps = Object.keys(calls).filter((name): name is keyof typeof calls => name in calls)
const roles = ['owner', 'staff', 'lead'] as const
const roleOf = { owner: 'enterprise', staff: 'staff', lead: 'lead' } as const

/** Puts the case where the test wants it, with nothing that stands in the way but what it is told. */
async function put(
  state: string,
  given: { holder: (typeof roles)[number]; isJudged?: boolean; hasNote?: boolean },
) {
  const { holder, isJudged = true, hasNote = true } = given
  const [row] = await world.sql.run<{ version: number }>(
    `update review set state = $2, assignee_id = $3, decided_by_id = $3, first_approver_id = null,
       decided_at = now(), notice_at = now() + interval '1 hour' where id::text = $1 returning version`,
    [uuid(), state, world[holder].id],
  )
  await world.sql.run(
    `update review_item set verdict = $2, note = $3, note_sent_at = null where review_id::text = $1`,
    [uuid(), isJudged ? 'met' : null, hasNote ? '고쳐 주세요' : null],
  )
  return row?.version ?? 0
}

const uuid = () => review.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

async function take(step: keyof typeof calls, who: (typeof roles)[number], version: number): Promise<string> {
  const [name, args] = calls[step]
  const noun = step === 'answer' || step === 'submit' ? 'application' : 'review'
  const { errors } = await ask(
    app,
    `mutation { ${name}(id: "${noun}_${review}", ${args} expectedVersion: ${version}) { id } }`,
    world[who].question,
  )
  return errors?.[0]?.extensions.code ?? 'done'
}

async function allowed(who: (typeof roles)[number]): Promise<string[]> {
  const noun = who === 'owner' ? 'application' : 'review'
  const { data } = await ask<Record<string, { allowedActions: string[] } | null>>(
    app,
    `{ ${noun}(id: "${noun}_${review}") { allowedActions } }`,
    world[who].question,
  )
  return data?.[noun]?.allowedActions ?? []
}

const constant = (step: string) => step.replaceAll(/([A-Z])/g, '_$1').toUpperCase()

const pairs = steps.flatMap(step => roles.flatMap(who => reviewStates.map(state => ({ step, who, state }))))

test.each(pairs)('$step by $who from $state is as the table says', async ({ step, who, state }) => {
  const { from, by } = reviewSteps[step]
  const mayEver = by.some(role => role === roleOf[who])
  const version = await put(state, { holder: who === 'owner' ? 'staff' : who })
  const code = await take(step, who, version)
  if (!mayEver) return expect(code).toBe('FORBIDDEN')
  // A draft is the enterprise's own: to the desk it is not there.
  if (state === 'draft' && who !== 'owner') return expect(code).toBe('NOT_FOUND')
  expect(code).toBe(from.some(each => each === state) ? 'done' : 'WRONG_STATE')
})

test('what is allowed succeeds, and what is not is refused, however a case stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...reviewStates),
      fc.constantFrom(...roles),
      fc.constantFrom(...roles),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(...steps),
      async (state, who, holder, isJudged, hasNote, step) => {
        const version = await put(state, { holder, isJudged, hasNote })
        const may = (await allowed(who)).includes(constant(step))
        expect((await take(step, who, version)) === 'done', `${step} by ${who} from ${state}`).toBe(may)
      },
    ),
    { numRuns: 150 },
  )
})
