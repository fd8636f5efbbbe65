/** A rule of the timetable that a person could relax; the reason of an impossible one names some of them. */
export type Rule =
  | { kind: 'away'; participant: number }
  | { kind: 'session' | 'fixed'; meeting: number }
  | { kind: 'order'; earlier: number; later: number }
  | { kind: 'tables' | 'fairness' }

/** The literals by which a clause of a rule holds only as long as the rule does; none where it always does. */
export type Guard = (rule: Rule) => number[]
