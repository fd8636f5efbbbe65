//   planned ──withdraw──▶ withdrawn
//      ▲──────restore─────────┘
export const planStates = ['planned', 'withdrawn'] as const
export type PlanState = (typeof planStates)[number]

interface Step {
  from: readonly PlanState[]
  to: PlanState
}

export const planSteps = {
  withdraw: { from: ['planned'], to: 'withdrawn' },
  restore: { from: ['withdrawn'], to: 'planned' },
} as const satisfies Record<string, Step>
export type PlanStep = keyof typeof planSteps
