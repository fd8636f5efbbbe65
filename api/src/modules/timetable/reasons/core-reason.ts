import { guardedModelOf } from '../encode/build.ts'
import type { Instance } from '../instance.ts'
import type { Solver } from '../sat/solver.ts'
import type { Rule } from './rules.ts'
import { ruleName } from './words.ts'

/** Tries for each rule before it is kept; a rule too many in the reason is better than a minute of waiting. */
const MOST_CONFLICTS = 1_000

/**
 * Why there is no timetable, where counting does not show it: rules that cannot hold together, at last none
 * that could be left out. Each reason handed on is better than the one before.
 */
export function findCoreReason(
  instance: Instance,
  fairness: number,
  onReason: (reason: string) => void,
): void {
  const ruleOf = new Map<number, Rule>()
  const { solver } = guardedModelOf(instance, fairness, solver => guardsOf(solver, ruleOf))
  const all = [...ruleOf.keys()]
  if (solver.solve(all, 100 * MOST_CONFLICTS) !== 'unsatisfiable') return
  const isFairnessNeeded = solver.core.some(literal => ruleOf.get(literal)?.kind === 'fairness')
  const found = solver.core
  const tell = (core: readonly number[], hint: string) => {
    const rules = core.flatMap(literal => ruleOf.get(literal) ?? []).sort(byWeight)
    onReason(
      sentenceOf(
        rules.map(rule => ruleName(instance, rule, fairness)),
        hint,
      ),
    )
  }
  tell(found, '')
  const hint = isFairnessNeeded ? fairnessHint(solver, all, ruleOf) : ''
  tell(found, hint)
  tell(minimal(solver, found), hint)
}

function sentenceOf(names: readonly string[], hint: string): string {
  if (names.length === 0) return '상담이 서로 겹칩니다. 상담을 줄여 주세요.'
  return `함께 지킬 수 없습니다: ${shortened(names)}. ${hint}이 가운데 하나를 풀어 주세요.`
}

function guardsOf(solver: Solver, ruleOf: Map<number, Rule>) {
  const literals = new Map<string, number>()
  return (rule: Rule) => {
    const key = JSON.stringify(rule)
    const literal = literals.get(key) ?? solver.variable()
    literals.set(key, literal)
    ruleOf.set(literal, rule)
    return [literal ^ 1]
  }
}

/** Leaves out one after the other what is not needed. */
function minimal(solver: Solver, found: readonly number[]): number[] {
  let core = [...found]
  for (const literal of found) {
    if (!core.includes(literal)) continue
    const others = core.filter(other => other !== literal)
    if (solver.solve(others, MOST_CONFLICTS) === 'unsatisfiable')
      core = core.filter(other => solver.core.includes(other))
  }
  return core
}

function fairnessHint(solver: Solver, all: readonly number[], ruleOf: ReadonlyMap<number, Rule>): string {
  const others = all.filter(literal => ruleOf.get(literal)?.kind !== 'fairness')
  const isEnough = solver.solve(others, 20 * MOST_CONFLICTS) === 'satisfiable'
  return isEnough ? '공평성만 풀어도 시간표가 나옵니다. ' : ''
}

const kinds: readonly Rule['kind'][] = ['fairness', 'tables', 'away', 'session', 'order', 'fixed']
const byWeight = (a: Rule, b: Rule) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${shown} 등 ${names.length}가지` : shown
}
