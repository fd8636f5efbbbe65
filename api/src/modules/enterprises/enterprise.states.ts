//   draft ──publish──▶ published ──withdraw──▶ withdrawn
//                          ◀──────publish─────────┘
export const enterpriseStates = ['draft', 'published', 'withdrawn'] as const
export type EnterpriseState = (typeof enterpriseStates)[number]

interface Step {
  from: readonly EnterpriseState[]
  to: EnterpriseState
}

export const enterpriseSteps = {
  publish: { from: ['draft', 'withdrawn'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn' },
} as const satisfies Record<string, Step>
export type EnterpriseStep = keyof typeof enterpriseSteps
