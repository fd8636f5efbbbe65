//   draft ──publish──▶ on_sale ──withdraw──▶ withdrawn
//                         ◀──────publish────────┘
export const productStates = ['draft', 'on_sale', 'withdrawn'] as const
export type ProductState = (typeof productStates)[number]

interface Step {
  from: readonly ProductState[]
  to: ProductState
}

export const productSteps = {
  publish: { from: ['draft', 'withdrawn'], to: 'on_sale' },
  withdraw: { from: ['on_sale'], to: 'withdrawn' },
} as const satisfies Record<string, Step>
export type ProductStep = keyof typeof productSteps
