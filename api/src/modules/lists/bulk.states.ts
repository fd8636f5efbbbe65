//   checking ──(worker)──▶ checked ──start──▶ running ──(worker)──▶ done ──undo──▶ (another run, running)
//       └───────────────stop───┴───────────────┴──▶ stopped ──undo──▶ (the same, for what was done)
export const bulkStates = ['checking', 'checked', 'running', 'done', 'stopped'] as const
export type BulkState = (typeof bulkStates)[number]

export const bulkSteps = {
  start: { from: ['checked'], to: 'running' },
  stop: { from: ['checking', 'checked', 'running'], to: 'stopped' },
} as const satisfies Record<string, { from: readonly BulkState[]; to: BulkState }>

export const canBeUndone: readonly BulkState[] = ['done', 'stopped']
