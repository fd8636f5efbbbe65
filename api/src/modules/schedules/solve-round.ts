import { inThreadUntil } from '../timetable/board/in-thread.ts'
import { shortageOf } from '../timetable/board/shortage.ts'
import { split, type Part } from '../timetable/board/split.ts'
import { waitingIn } from '../timetable/breaks.ts'
import type { Instance, Schedule } from '../timetable/instance.ts'
import { solve, type Answer } from '../timetable/solve.ts'
import { sayFix, sayShortage } from './say-shortage.ts'
import type { Question, RoundPlan } from './round-plan.ts'

interface Wish {
  seconds: number
  signal: AbortSignal
  onProgress: (progress: { breaks: number | null; bound: number }) => void
}

export interface Solved {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  /** A slot for each meeting; null: there is none. */
  slots: number[] | null
  breaks: number | null
  bound: number
  idle: number | null
  reason: string
  fixes: { label: string; effect: string }[]
}

/** What is left of the time is for giving every meeting its place, on a busy machine as well. */
const SEARCH_SHARE = 0.85

/**
 * Times the meetings of a round. Whether all of them can be is settled first and exactly; then each day is made
 * good by the solver, beginning with a share of the time and handing on what it leaves.
 */
export async function solveRound(plan: RoundPlan, question: Question, wish: Wish): Promise<Solved> {
  const { board, pairings, days } = question
  const ends = performance.now() + wish.seconds * 1000 * SEARCH_SHARE
  if (pairings.length === 0)
    return { ...nothing, reason: '이 회차에 고른 상담이 없습니다. 매칭을 먼저 정해 주세요.' }
  const enough = AbortSignal.any([wish.signal, AbortSignal.timeout(Math.ceil(wish.seconds * 1000))])
  const working = await inThreadUntil(enough, 'place', { board, pairings })
  if (working === 'impossible') return explain(plan, question, enough)
  if (working === null || working === 'unsettled') return unsettled(wish)
  const parts = split(board, pairings, working, days)
  const answers = await solveParts(parts, plan.event.fairness, ends, wish)
  const isWhole = parts.length <= 1 && board.parties.every(({ seats }) => seats === 1)
  return combine(working, parts, answers, isWhole)
}

const nothing: Solved = {
  status: 'unknown',
  slots: null,
  breaks: null,
  bound: 0,
  idle: null,
  reason: '',
  fixes: [],
}

const unsettled = ({ signal }: Wish): Solved => ({
  ...nothing,
  reason: signal.aborted
    ? '모든 상담을 넣은 시간표를 찾기 전에 멈췄습니다. 다시 짜 주세요.'
    : '모든 상담을 넣을 수 있는지 시간 안에 알아내지 못했습니다. 시간을 더 주거나, 상담을 줄이거나, 자리를 늘려 주세요.',
})

/** What would help is tried for as long as there is time; what is short is said in any case. */
async function explain(plan: RoundPlan, question: Question, enough: AbortSignal): Promise<Solved> {
  const { board, pairings } = question
  const explained = await inThreadUntil(enough, 'explain', { board, pairings })
  const { shortage, fixes } = explained ?? { shortage: shortageOf(board, pairings), fixes: [] }
  const said = { reason: sayShortage(plan, question, shortage), fixes: fixes.map(fix => sayFix(plan, fix)) }
  return { ...nothing, ...said, status: 'infeasible' }
}

/** What the solver says of one day; `isRelaxed`: only once the bound of fairness was lifted. */
interface PartAnswer extends Answer {
  isRelaxed: boolean
}

async function solveParts(
  parts: readonly Part[],
  fairness: number,
  ends: number,
  wish: Wish,
): Promise<PartAnswer[]> {
  const answers: PartAnswer[] = []
  for (const [number, part] of parts.entries()) {
    const before = answers.reduce(
      (sum, { breaks, bound }) => ({ breaks: sum.breaks + (breaks ?? 0), bound: sum.bound + bound }),
      {
        breaks: 0,
        bound: 0,
      },
    )
    const seconds = Math.max(0.5, (ends - performance.now()) / 1000 / (parts.length - number))
    const onProgress = ({ breaks, bound }: { breaks: number | null; bound: number }) =>
      wish.onProgress({
        breaks: breaks === null ? null : before.breaks + breaks,
        bound: parts.length === 1 ? bound : 0,
      })
    answers.push(await solvePart(part, fairness, { ...wish, seconds, onProgress }))
  }
  return answers
}

/** Placing every meeting goes before sharing out the waiting evenly. */
async function solvePart({ instance, start }: Part, fairness: number, wish: Wish): Promise<PartAnswer> {
  const begun = performance.now()
  const answer = await solve(instance, { ...wish, fairness, start })
  if (answer.schedule !== null) return { ...answer, isRelaxed: false }
  const seconds = wish.seconds - (performance.now() - begun) / 1000
  if (seconds < 0.5 || wish.signal.aborted) return { ...answer, ...asItIs(instance, start), isRelaxed: true }
  return {
    ...(await solve(instance, { ...wish, seconds, fairness: instance.slots, start })),
    isRelaxed: true,
  }
}

/** The timetable to begin with: it keeps every rule but fairness. */
function asItIs(instance: Instance, start: Schedule) {
  const { breaks, idle } = waitingIn(instance, start)
  return { status: 'feasible' as const, schedule: start, breaks, idle, bound: 0 }
}

function combine(
  working: readonly number[],
  parts: readonly Part[],
  answers: readonly PartAnswer[],
  isWhole: boolean,
): Solved {
  const slots = [...working]
  let [breaks, bound, idle] = [0, 0, 0]
  for (const [number, { pairings, slots: slotsOfDay }] of parts.entries()) {
    const answer = answers[number]
    if (answer?.schedule == null)
      return { ...nothing, reason: '시간 안에 시간표를 찾지 못했습니다. 시간을 더 주세요.' }
    for (const [meeting, pairing] of pairings.entries())
      slots[pairing] = slotsOfDay[answer.schedule[meeting] ?? -1] ?? working[pairing] ?? 0
    breaks += answer.breaks ?? 0
    bound += answer.bound
    idle += answer.idle ?? 0
  }
  // Which day and which officer a meeting falls to was not searched through: only "none" is proven for all of them.
  const proven = isWhole ? bound : 0
  const status = breaks <= proven ? 'optimal' : 'feasible'
  return {
    status,
    slots,
    breaks,
    bound: proven,
    idle,
    reason: say(breaks, proven, answers, isWhole),
    fixes: [],
  }
}

function say(breaks: number, bound: number, answers: readonly PartAnswer[], isWhole: boolean): string {
  const proof =
    breaks <= bound
      ? `기다림 ${breaks}회: 더 줄일 수 없음이 증명되었습니다.`
      : `기다림 ${breaks}회, 적어도 ${bound}회는 필요합니다. 더 줄일 수 있는지는 증명하지 못했습니다.`
  const parts = [
    proof,
    !isWhole && breaks > bound ? '날짜와 담당자별 배정은 정해 두고 찾았습니다.' : '',
    answers.some(({ isRelaxed }) => isRelaxed)
      ? '공평성 기준을 지키며 넣을 수 없어 그 기준은 풀었습니다.'
      : '',
  ]
  return parts.filter(Boolean).join(' ')
}
