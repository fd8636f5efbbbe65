import { Solver } from '../sat/solver.ts'

/** 구역 — parts of a venue, and meetings that already have their slots. */
export interface ZoneQuestion {
  /** `zone`: the one a meeting must be in, if that is settled. */
  meetings: readonly { slot: number; zone: number | null }[]
  /** Meetings of one person between which there is no time to go to another zone. */
  near: readonly (readonly [number, number])[]
  /** Meetings that each zone holds in each slot. */
  capacity: readonly (readonly number[])[]
  /** Zones from and to which nobody has to walk. */
  anywhere: ReadonlySet<number>
}

/** Effort for each attempt; what was found before the first that takes more is the answer. */
const mostConflicts = 5_000

/**
 * A zone for each meeting, so that fewer have to walk where there is no time to than in `begin`: none, if that can be.
 * Null: nothing better was found.
 */
export function chooseZones(question: ZoneQuestion, begin: readonly number[]): number[] | null {
  let walked = walksOf(question, begin)
  if (walked === 0) return null
  using solver = new Solver()
  const held = question.meetings.map(({ zone }) => literalsOf(solver, question, zone))
  addCapacity(solver, question, held)
  const walks = question.near.map(([one, other]) =>
    walkBetween(solver, question, held[one] ?? [], held[other] ?? []),
  )
  for (const [number, literals] of held.entries()) {
    const literal = literals[begin[number] ?? -1]
    if (literal !== undefined) solver.prefer(literal)
  }
  let best: number[] | null = null
  while (walked > 0) {
    solver.atMost(walked - 1, walks)
    if (solver.solve([], mostConflicts) !== 'satisfiable') return best
    best = held.map(literals => literals.findIndex(literal => solver.isTrue(literal)))
    walked = walksOf(question, best)
  }
  return best
}

const walksOf = (question: ZoneQuestion, zones: readonly number[]) =>
  question.near.filter(([one, other]) => isWalk(question, zones[one], zones[other])).length

function literalsOf(solver: Solver, { capacity }: ZoneQuestion, settled: number | null): number[] {
  const literals = capacity.map(() => solver.variable())
  solver.clause(...literals)
  solver.atMost(1, literals)
  const only = settled === null ? undefined : literals[settled]
  if (only !== undefined) solver.clause(only)
  return literals
}

function addCapacity(solver: Solver, { meetings, capacity }: ZoneQuestion, held: readonly number[][]): void {
  for (const [zone, perSlot] of capacity.entries())
    for (const [slot, most] of perSlot.entries()) {
      const here = meetings.flatMap((meeting, number) =>
        meeting.slot === slot ? (held[number]?.[zone] ?? []) : [],
      )
      solver.atMost(most, here)
    }
}

/** True when somebody walks; tried as false first. */
function walkBetween(
  solver: Solver,
  { anywhere }: ZoneQuestion,
  one: readonly number[],
  other: readonly number[],
): number {
  const walk = solver.variable()
  solver.prefer(walk ^ 1)
  const reached = other.filter((_, zone) => anywhere.has(zone))
  for (const [zone, literal] of one.entries()) {
    const same = other[zone]
    if (!anywhere.has(zone) && same !== undefined) solver.clause(literal ^ 1, same, walk, ...reached)
  }
  return walk
}

const isWalk = ({ anywhere }: ZoneQuestion, one = -1, other = -1) =>
  one !== other && !anywhere.has(one) && !anywhere.has(other)
