import type { Instance, Schedule } from './instance.ts'

/** Breaks while there is no schedule: more than any has. */
export const MANY = 1_000_000

/** What a thread is asked to do. */
export interface Task {
  instance: Instance
  fairness: number
  /** How long there is. */
  seconds: number
  /** Prove from below, or find better ones from above; whoever finds that there is none says why. */
  role: 'prove' | 'improve'
  /** A schedule to begin with, good or not, that keeps every rule but perhaps fairness. */
  start: Schedule | null
  /** What all threads know so far, for all of them to read: the bound, and the fewest breaks found. */
  known: Int32Array<SharedArrayBuffer>
}

/** What a thread has to say, as soon as it knows. */
export type News =
  | { kind: 'schedule'; schedule: Schedule }
  | { kind: 'bound'; bound: number }
  | { kind: 'infeasible' }
  | { kind: 'reason'; reason: string }
  /** There is no better reason. */
  | { kind: 'explained' }
