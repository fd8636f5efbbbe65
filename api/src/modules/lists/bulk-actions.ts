import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { takeEnterpriseStep } from '../enterprises/change-enterprise.ts'
import { approve, reject, reopen, sendBack, undoDecision } from '../vetting/decide.ts'
import { assign, begin } from '../vetting/judge.ts'
import { reasonOf } from '../vetting/decide.ts'
import { closedCaseOf } from './closed-case.ts'

/** A row as the rehearsal saw it, and what was said with the action. */
export interface BulkTarget {
  id: string
  seenVersion: number
  to: string | null
  reason: string | null
}

interface BulkAction {
  table: 'review' | 'enterprise'
  /** The operation for one row, with its own guards. */
  act: (ctx: Context, target: BulkTarget) => Promise<unknown>
  needsReason?: true
  /** What takes it back, where there is such a step. */
  undo?: string
}

const seen = ({ id, seenVersion }: BulkTarget) => ({ id, expectedVersion: seenVersion })

/** What can be done to many rows at once: each the operation that does it to one. */
const actions = {
  assign: { table: 'review', act: (ctx, row) => assign(ctx, seen(row), row.to) },
  begin: { table: 'review', act: (ctx, row) => begin(ctx, seen(row)) },
  approve: { table: 'review', act: (ctx, row) => approve(ctx, seen(row)), undo: 'undo_decision' },
  send_back: { table: 'review', act: (ctx, row) => sendBack(ctx, seen(row)), undo: 'undo_decision' },
  reject: {
    table: 'review',
    act: (ctx, row) => reject(ctx, seen(row), reasonGiven(row)),
    needsReason: true,
    undo: 'undo_decision',
  },
  undo_decision: { table: 'review', act: (ctx, row) => undoDecision(ctx, seen(row)) },
  publish: {
    table: 'enterprise',
    act: (ctx, { id, reason }) => takeEnterpriseStep(ctx, id, 'publish', reason),
    undo: 'withdraw',
  },
  withdraw: {
    table: 'enterprise',
    act: (ctx, row) => takeEnterpriseStep(ctx, row.id, 'withdraw', reasonGiven(row)),
    needsReason: true,
    undo: 'publish',
  },
  reopen_review: {
    table: 'enterprise',
    act: async (ctx, row) => reopen(ctx, await closedCaseOf(ctx, row.id), reasonGiven(row)),
    needsReason: true,
  },
} as const satisfies Record<string, BulkAction>

export type BulkActionName = keyof typeof actions
export const isBulkAction = (name: string): name is BulkActionName => name in actions
export const bulkActionNames = Object.keys(actions).filter(isBulkAction)
export const bulkActionOf = (name: BulkActionName): BulkAction => actions[name]

/** Before anything is looked at: a reason that says nothing would be refused in every single row. */
export function checkedReason(name: BulkActionName, reason: string | null): string | null {
  const said = reason?.trim() ? reason : null
  if (bulkActionOf(name).needsReason) return reasonOf(said ?? '')
  return said === null ? null : reasonOf(said)
}

function reasonGiven({ reason }: BulkTarget): string {
  if (reason === null) throw new Refusal('BAD_USER_INPUT', 'This needs a reason.', 'reason')
  return reason
}
