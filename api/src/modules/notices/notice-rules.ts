import type { NoticeKind } from './notice-kinds.ts'

/** Whose row in the ledger it is, and so where names and dates of a notice are read. */
export type About = 'review' | 'certification' | 'membership' | 'person' | 'participation'

/** To whom, among those an event concerns. */
export type Audience = 'enterprise' | 'department' | 'desk' | 'assignee' | 'person'

export interface NoticeRule {
  event: string
  kind: NoticeKind
  about: About
  to: Audience
  /** The page that deals with it; `{id}` stands for the public id of what it is about. */
  path: string
}

const desk = '/staff/reviews/{id}'
const application = '/desk/applications/{id}'

/** To the people of the enterprise or of the department, whichever it is that takes part. */
const participationRules = (
  [
    ['participation.invited', 'event.invited'],
    ['participation.expired', 'event.expired'],
    ['participation.told_confirmed', 'event.confirmed'],
    ['participation.told_waitlisted', 'event.waitlisted'],
    ['participation.told_not_selected', 'event.declined'],
    ['participation.promoted', 'event.promoted'],
    ['schedule.published', 'schedule.published'],
    ['schedule.changed', 'schedule.changed'],
  ] as const
).flatMap(([event, kind]): NoticeRule[] => [
  { event, kind, about: 'participation', to: 'enterprise', path: '/own/events' },
  { event, kind, about: 'participation', to: 'department', path: '/office' },
])

/** Which event of the ledger makes which notice. */
export const noticeRules: readonly NoticeRule[] = [
  { event: 'review.submitted', kind: 'vetting.arrived', about: 'review', to: 'desk', path: desk },
  {
    event: 'review.submitted',
    kind: 'vetting.submitted',
    about: 'review',
    to: 'enterprise',
    path: application,
  },
  { event: 'review.assigned', kind: 'vetting.assigned', about: 'review', to: 'assignee', path: desk },
  {
    event: 'review.returned',
    kind: 'vetting.returned',
    about: 'review',
    to: 'enterprise',
    path: application,
  },
  {
    event: 'review.approved',
    kind: 'vetting.approved',
    about: 'review',
    to: 'enterprise',
    path: application,
  },
  {
    event: 'review.rejected',
    kind: 'vetting.rejected',
    about: 'review',
    to: 'enterprise',
    path: application,
  },
  {
    event: 'review.suspended',
    kind: 'vetting.suspended',
    about: 'review',
    to: 'enterprise',
    path: application,
  },
  ...(['certification.cancelled', 'certification.returned'] as const).map(event => ({
    event,
    ...({
      kind: 'cert.changed',
      about: 'certification',
      to: 'enterprise',
      path: '/desk/certificates',
    } as const),
  })),
  {
    event: 'certification.expiring',
    ...({
      kind: 'cert.expiring',
      about: 'certification',
      to: 'enterprise',
      path: '/desk/certificates',
    } as const),
  },
  {
    event: 'membership.asked',
    kind: 'membership.asked',
    about: 'membership',
    to: 'desk',
    path: '/staff/members',
  },
  {
    event: 'membership.approved',
    kind: 'membership.approved',
    about: 'membership',
    to: 'person',
    path: '/desk',
  },
  {
    event: 'membership.refused',
    kind: 'membership.refused',
    about: 'membership',
    to: 'person',
    path: '/desk',
  },
  {
    event: 'password.changed',
    ...({ kind: 'account.password_changed', about: 'person', to: 'person', path: '/account' } as const),
  },
  {
    event: 'person.registered_again',
    ...({ kind: 'account.registered_again', about: 'person', to: 'person', path: '/account' } as const),
  },
  {
    event: 'person.invited',
    ...({ kind: 'account.invite', about: 'person', to: 'person', path: '/account' } as const),
  },
  ...participationRules,
  ...(
    [
      'second-factor.confirmed',
      'second-factor.codes_renewed',
      'second-factor.removed',
      'second-factor.reset',
    ] as const
  ).map(event => ({
    event,
    ...({ kind: 'account.second_factor_changed', about: 'person', to: 'person', path: '/account' } as const),
  })),
]

/** Events after which the notices of what came before must not leave any more. */
export const withdrawals: readonly { event: string; kinds: readonly NoticeKind[] }[] = [
  { event: 'review.undone', kinds: ['vetting.returned', 'vetting.approved', 'vetting.rejected'] },
]
