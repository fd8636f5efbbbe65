import { addDays } from '../../src/platform/day.ts'
import type { Context } from '../../src/platform/context.ts'
import type { ReviewState } from '../../src/modules/vetting/vetting.states.ts'
import { Random } from './random.ts'
import { demoSets } from './requirement-sets.ts'
import type { Desk } from './desks.ts'
import { makeReview, type ReviewRows } from './reviews.ts'
import { idAt } from './world.ts'

interface People {
  desks: Desk[]
  /** Whom the demo person of the enterprises acts for, and who that is. */
  ownId: string
  ownerId: string
}

const seed = 20_261_122
const setDaysAgo = 200

/** How the cases of a desk stand, dealt to its enterprises in turn. */
const busy: ReviewState[] = [
  ...Array<ReviewState>(9).fill('submitted'),
  ...Array<ReviewState>(8).fill('in_review'),
  ...Array<ReviewState>(6).fill('returned'),
  ...Array<ReviewState>(11).fill('approved'),
  ...Array<ReviewState>(3).fill('rejected'),
  ...Array<ReviewState>(2).fill('draft'),
]
const quiet: ReviewState[] = ['submitted', 'in_review', 'approved', 'returned']

/** 시연 심사 — criteria and cases of both centres, the same for the same day and the same people. */
export function makeVetting(
  { now, today }: Pick<Context, 'now' | 'today'>,
  { desks, ownId, ownerId }: People,
) {
  const random = new Random(seed)
  const madeAt = now.getTime() - setDaysAgo * 86_400_000
  const rows: ReviewRows = { requirement_set: [], requirement: [], review: [], review_item: [], ledger: [] }
  for (const [index, desk] of desks.entries()) {
    const setIds = addSets(rows, random, {
      centerId: desk.centerId,
      madeAt,
      from: addDays(today, -setDaysAgo),
    })
    const [setId] = setIds
    if (setId === undefined) continue
    const own = desk.enterprises.find(({ id }) => id === ownId)
    if (own)
      makeReview(rows, {
        random,
        now,
        today,
        desk,
        ownerId,
        enterprise: own,
        setId,
        state: 'returned',
        place: 0,
      })
    const others = desk.enterprises.filter(({ id, state }) => id !== ownId && state !== 'withdrawn')
    for (const [place, state] of (index === 0 ? busy : quiet).entries()) {
      const enterprise = others[place]
      if (enterprise)
        makeReview(rows, { random, now, today, desk, ownerId, enterprise, setId, state, place: place + 1 })
    }
  }
  return rows
}

interface Made {
  centerId: string
  madeAt: number
  from: string
}

function addSets(rows: ReviewRows, random: Random, { centerId, madeAt, from }: Made): string[] {
  const at = new Date(madeAt).toISOString()
  return demoSets.map(({ purpose, title, needsTwo, law, requirements }) => {
    const id = idAt(random, madeAt)
    rows.requirement_set.push({
      id,
      series_id: idAt(random, madeAt),
      number: 1,
      center_id: centerId,
      purpose,
      kind_code: null,
      title,
      state: 'published',
      effective_from: from,
      open_until: null,
      needs_two: needsTwo,
      review_days: 14,
      return_days: 7,
      version: 1,
      created_at: at,
      updated_at: at,
      published_at: at,
    })
    for (const [index, requirement] of requirements.entries())
      rows.requirement.push({
        id: idAt(random, madeAt),
        requirement_set_id: id,
        key: idAt(random, madeAt),
        position: index + 1,
        kind: requirement.kind,
        text: requirement.text,
        law,
        parameters: 'parameters' in requirement ? requirement.parameters : {},
        is_required: !('isRequired' in requirement),
        weight: 'weight' in requirement ? requirement.weight : 0,
      })
    return id
  })
}
