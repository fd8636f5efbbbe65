import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/events-text.ts'
import { eventKindText } from '../../parts/event-words.ts'
import { eventKinds } from './event-changes.ts'

type Key = Parameters<typeof t>[0]
export type Step = EnumOf<'EventStep'>

/** Sections of the setup, in the order of the page. */
export const sections = ['overview', 'days', 'places', 'quotas', 'programme', 'public'] as const
export type Section = (typeof sections)[number]

const sectionKeys = {
  overview: 'setup.overview',
  days: 'setup.days',
  places: 'setup.places',
  quotas: 'setup.quotas',
  programme: 'setup.programme',
  public: 'setup.public',
} as const satisfies Record<Section, Key>
export const sectionText = (section: Section): string => t(sectionKeys[section])
export const isSection = (text: unknown): text is Section => sections.some(section => section === text)

const stepKeys = {
  OPEN: 'setup.stepOpen',
  CLOSE: 'setup.stepClose',
  REOPEN: 'setup.stepReopen',
  CONFIRM: 'setup.stepConfirm',
  UNCONFIRM: 'setup.stepUnconfirm',
  FINISH: 'setup.stepFinish',
  CANCEL: 'setup.stepCancel',
} as const satisfies Record<Step, Key>
export const stepText = (step: Step): string => t(stepKeys[step])

/** The server asks for one; asking for it first spares a refusal. */
export const takesReason = (step: Step): boolean => step === 'CANCEL' || step === 'UNCONFIRM'

const lacks: ReadonlyMap<string, { key: Key; section?: Section }> = new Map(
  Object.entries({
    NO_DAYS: { key: 'setup.noDays', section: 'days' },
    NO_DEADLINE: { key: 'setup.noDeadline', section: 'public' },
    NO_VENUE: { key: 'setup.noVenue', section: 'overview' },
    NO_SLOTS: { key: 'setup.noSlots', section: 'days' },
    NO_PLACES: { key: 'setup.noPlaces', section: 'places' },
    NO_LINKS: { key: 'setup.noLinks', section: 'places' },
    NO_PROGRAMME: { key: 'setup.noProgramme', section: 'programme' },
    NO_NUMBER: { key: 'setup.noNumber', section: 'quotas' },
    DEADLINE_PASSED: { key: 'setup.deadlinePassed', section: 'public' },
    NOT_OVER: { key: 'setup.notOver' },
    QUOTA_SHORT: { key: 'setup.quotaShort', section: 'quotas' },
    QUOTA_OVER: { key: 'setup.quotaOver', section: 'quotas' },
    UNDECIDED: { key: 'setup.undecided' },
  } satisfies Record<string, { key: Key; section?: Section }>),
)

/** What is lacking, in words; of a room that says nothing here yet, its code. */
export const lackText = ({
  code,
  count,
  names,
}: {
  code: string
  count: number
  names: readonly string[]
}): string => {
  const known = lacks.get(code)
  return known ? t(known.key, { count, names: names.join(', ') }) : code
}
export const lackedIn = (code: string): Section | undefined => lacks.get(code)?.section

export const kindOptions = () => eventKinds.map(value => ({ value, label: eventKindText(value) }))

const placeKinds = {
  TABLE: 'setup.table',
  BOOTH: 'setup.booth',
  VIDEO: 'setup.video',
} as const satisfies Record<EnumOf<'EventPlaceKind'>, Key>
export type PlaceKind = EnumOf<'EventPlaceKind'>
export const placeKindText = (kind: PlaceKind): string => t(placeKinds[kind])
export const placeKindOptions = () =>
  (['TABLE', 'BOOTH', 'VIDEO'] as const).map(value => ({ value, label: placeKindText(value) }))

const quotaSorts = {
  KIND: 'setup.quotaKind',
  REGION: 'setup.quotaRegion',
  SECTOR: 'setup.quotaSector',
  GROUP: 'setup.quotaGroup',
  RETURNING: 'setup.quotaReturning',
  NEW: 'setup.quotaNew',
} as const satisfies Record<EnumOf<'EventQuotaSort'>, Key>
export type QuotaSort = EnumOf<'EventQuotaSort'>
export const quotaSortOf = (text: string | undefined): QuotaSort | undefined =>
  quotaSortOptions().find(({ value }) => value === text)?.value
export const quotaSortOptions = () =>
  (['KIND', 'REGION', 'SECTOR', 'GROUP', 'RETURNING', 'NEW'] as const).map(value => ({
    value,
    label: t(quotaSorts[value]),
  }))
