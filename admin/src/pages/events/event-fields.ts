import { t } from '../../locales/events-text.ts'
import type { SetupData, EventData } from './setup-data.ts'
import { typedMoment, type FormField, type Values } from '../../desk/fields/fields.ts'
import { kindOptions } from './setup-words.ts'

/** What the event has stored, as its fields show it. */
export const storedValues = (event: EventData): Values => ({
  title: event.title,
  kind: event.kind,
  year: String(event.year),
  host: event.host ?? '',
  venue: event.venue ?? '',
  summary: event.summary ?? '',
  requirementSet: event.requirementSet?.id ?? '',
  applyUntil: typedMoment(event.applyUntil),
  wishesUntil: typedMoment(event.wishesUntil),
  replyDays: String(event.replyDays),
  enterprisesWanted: event.enterprisesWanted === null ? '' : String(event.enterprisesWanted),
  departmentsWanted: event.departmentsWanted === null ? '' : String(event.departmentsWanted),
  slotMinutes: String(event.slotMinutes),
  gapMinutes: String(event.gapMinutes),
  fairness: String(event.fairness),
  isPublic: event.isPublic ? 'yes' : '',
})

export const overviewFields = (sets: SetupData['requirementSets']): FormField[] => [
  { name: 'title', label: t('setup.name'), kind: 'text' },
  { name: 'kind', label: t('events.kind'), kind: 'choice', options: kindOptions() },
  { name: 'year', label: t('setup.year'), kind: 'number' },
  { name: 'host', label: t('setup.host'), kind: 'text' },
  { name: 'venue', label: t('setup.venue'), kind: 'text', hint: t('setup.venueHint') },
  { name: 'summary', label: t('setup.summary'), kind: 'long' },
  {
    name: 'requirementSet',
    label: t('setup.requirementSet'),
    kind: 'choice',
    options: [
      { value: '', label: t('setup.noRequirementSet') },
      ...sets
        .filter(({ purpose, isInForce }) => purpose === 'EVENT' && isInForce)
        .map(({ id, title }) => ({ value: id, label: title })),
    ],
  },
]

export const timingFields = (): FormField[] => [
  {
    name: 'slotMinutes',
    label: t('setup.slotMinutes'),
    kind: 'number',
    suffix: t('setup.minutes'),
    hint: t('setup.range', { least: 5, most: 480 }),
  },
  {
    name: 'gapMinutes',
    label: t('setup.gapMinutes'),
    kind: 'number',
    suffix: t('setup.minutes'),
    hint: t('setup.range', { least: 0, most: 240 }),
  },
  { name: 'fairness', label: t('setup.fairness'), kind: 'number', hint: t('setup.fairnessHint') },
]

export const numberFields = (): FormField[] => [
  {
    name: 'enterprisesWanted',
    label: t('setup.enterprisesWanted'),
    kind: 'number',
    suffix: t('setup.places1'),
  },
  {
    name: 'departmentsWanted',
    label: t('setup.departmentsWanted'),
    kind: 'number',
    suffix: t('setup.places1'),
  },
]

export const publicFields = (): FormField[] => [
  { name: 'applyUntil', label: t('setup.applyUntil'), kind: 'moment', hint: t('setup.kst') },
  { name: 'wishesUntil', label: t('setup.wishesUntil'), kind: 'moment', hint: t('setup.kst') },
  {
    name: 'replyDays',
    label: t('setup.replyDays'),
    kind: 'number',
    suffix: t('setup.daysUnit'),
    hint: t('setup.range', { least: 1, most: 60 }),
  },
  { name: 'isPublic', label: t('setup.isPublic'), kind: 'check' },
]
