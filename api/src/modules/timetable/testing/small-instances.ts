import fc from 'fast-check'
import type { Instance, Meeting, Schedule } from '../instance.ts'

/** Small enough to try every schedule: up to 4 people, 5 meetings, 5 slots. */
export const smallInstance: fc.Arbitrary<Instance> = fc
  .record({ participants: fc.integer({ min: 2, max: 4 }), slots: fc.integer({ min: 3, max: 5 }) })
  .chain(({ participants, slots }) =>
    fc.record({
      participants: fc.constant(participants),
      slots: fc.constant(slots),
      morningSlots: fc.integer({ min: 1, max: slots }),
      tables: fc.integer({ min: 1, max: 3 }),
      meetings: fc.array(smallMeeting(participants, slots), { minLength: 2, maxLength: 5 }).map(withOrder),
      away: fc.array(
        fc.array(fc.nat(slots - 1), { maxLength: 1 }).map(list => new Set(list)),
        { minLength: participants, maxLength: participants },
      ),
    }),
  )

const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: value, weight: 1 })

const smallMeeting = (participants: number, slots: number) =>
  fc
    .record({
      one: fc.nat(participants - 1),
      step: fc.integer({ min: 1, max: participants - 1 }),
      session: fc.constantFrom('any', 'any', 'any', 'morning', 'afternoon'),
      fixed: rarely(fc.nat(slots - 1)),
      before: rarely(fc.nat(4)),
    })
    .map(drawn => Object.assign(drawn, { other: (drawn.one + drawn.step) % participants }))

type Drawn = typeof smallMeeting extends (...args: never[]) => fc.Arbitrary<infer Value> ? Value : never

const withOrder = (drawn: Drawn[]): Meeting[] =>
  drawn.map(({ one, other, session, fixed, before }, meeting) => ({
    between: [one, other],
    session,
    fixed,
    after: before !== null && before < drawn.length && before !== meeting ? [before] : [],
  }))

/** Every way to give each meeting a slot, allowed or not. */
export function* allSchedules({ meetings, slots }: Instance): Generator<Schedule> {
  const count = slots ** meetings.length
  for (let number = 0; number < count; number++)
    yield meetings.map((_, meeting) => Math.floor(number / slots ** meeting) % slots)
}
