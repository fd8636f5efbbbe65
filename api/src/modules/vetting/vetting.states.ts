import type { Role } from '../../platform/context.ts'

//   draft ──submit──▶ submitted ──begin──▶ inReview ──approve──▶ approved ──suspend──▶ suspended
//     returned ◀───────sendBack────────────────┤ └───reject──▶ rejected    ◀─reinstate──────┘
//     └─submit─▶ submitted      ▲              │              approved ──lapse──▶ lapsed
//   re_review ─────begin────────┴──────────────┘   ◀──reopen── approved, rejected, suspended, lapsed
//
// A decision is undone only until its notice leaves. What is not on this page cannot happen.
export const reviewStates = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'rejected',
  'suspended',
  'lapsed',
  're_review',
] as const
export type ReviewState = (typeof reviewStates)[number]

interface Step {
  from: readonly ReviewState[]
  /** Null: the state stays. */
  to: ReviewState | null
  /** Empty: only the system, by the calendar. */
  by: readonly Role[]
}

const desk = ['staff', 'lead'] as const

export const reviewSteps = {
  answer: { from: ['draft', 'returned'], to: null, by: ['enterprise'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['enterprise'] },
  assign: { from: ['submitted', 'in_review', 'returned', 're_review'], to: null, by: desk },
  begin: { from: ['submitted', 're_review'], to: 'in_review', by: desk },
  judge: { from: ['in_review'], to: null, by: desk },
  // Returned is not rejected: the enterprise may correct and submit again.
  sendBack: { from: ['in_review'], to: 'returned', by: desk },
  approve: { from: ['in_review'], to: 'approved', by: desk },
  reject: { from: ['in_review'], to: 'rejected', by: desk },
  undo: { from: ['returned', 'approved', 'rejected'], to: 'in_review', by: desk },
  suspend: { from: ['approved'], to: 'suspended', by: ['lead'] },
  reinstate: { from: ['suspended'], to: 'approved', by: ['lead'] },
  reopen: { from: ['approved', 'rejected', 'suspended', 'lapsed'], to: 're_review', by: desk },
  lapse: { from: ['approved'], to: 'lapsed', by: [] },
} as const satisfies Record<string, Step>
export type ReviewStep = keyof typeof reviewSteps

export const verdicts = ['met', 'unmet', 'unclear', 'waived', 'overridden'] as const
export type Verdict = (typeof verdicts)[number]

/** Who may give which verdict: what sets a rule or the record aside is for the lead to answer for. */
export const verdictRoles = {
  met: desk,
  unmet: desk,
  unclear: desk,
  waived: ['lead'],
  overridden: ['lead'],
} as const satisfies Record<Verdict, readonly Role[]>

export const causes = ['application', 'expiry', 'list_change', 'report'] as const
export type Cause = (typeof causes)[number]

/** Verdicts open to a role on an item of which the records say so much: what they deny is not met by saying so. */
export const allowedVerdicts = (role: string, evaluated: string | null): Verdict[] =>
  verdicts.filter(
    verdict =>
      verdictRoles[verdict].some(each => each === role) &&
      !(verdict === 'met' && evaluated !== null && evaluated !== 'met'),
  )
