import { t } from '../locales/desk-text.ts'
import { patterns } from '../paths.ts'
import type { Role } from '../shell/session.ts'

/** A page of a desk: where it is, who may open it, and the letter that goes there after G. */
export interface Room {
  path: string
  label: string
  roles: readonly Role[]
  /** `event.code` of the letter, and the letter as people read it. */
  code: string
  letter: string
}

const centre = ['STAFF', 'LEAD'] as const
const everybody = ['BUYER', 'ENTERPRISE', 'STAFF', 'LEAD'] as const

/** Every page of the desks, in the order of the menu. */
export const rooms = (): Room[] => [
  { path: patterns.desk, label: t('room.desk'), roles: ['ENTERPRISE'], code: 'KeyE', letter: 'E' },
  {
    path: patterns.certificates,
    label: t('room.certificates'),
    roles: ['ENTERPRISE'],
    code: 'KeyC',
    letter: 'C',
  },
  { path: patterns.ownProducts, label: t('room.products'), roles: ['ENTERPRISE'], code: 'KeyP', letter: 'P' },
  { path: patterns.passport, label: t('room.passport'), roles: ['ENTERPRISE'], code: 'KeyT', letter: 'T' },
  { path: patterns.files, label: t('room.files'), roles: ['ENTERPRISE'], code: 'KeyF', letter: 'F' },
  {
    path: patterns.applications,
    label: t('room.applications'),
    roles: ['ENTERPRISE'],
    code: 'KeyA',
    letter: 'A',
  },
  {
    path: patterns.ownEvents,
    label: t('room.ownEvents'),
    roles: ['ENTERPRISE'],
    code: 'KeyV',
    letter: 'V',
  },
  {
    path: patterns.staffEnterprises,
    label: t('room.enterprises'),
    roles: centre,
    code: 'KeyE',
    letter: 'E',
  },
  { path: patterns.reviews, label: t('room.reviews'), roles: centre, code: 'KeyR', letter: 'R' },
  { path: patterns.imports, label: t('room.imports'), roles: centre, code: 'KeyI', letter: 'I' },
  {
    path: patterns.requirements,
    label: t('room.requirements'),
    roles: centre,
    code: 'KeyQ',
    letter: 'Q',
  },
  { path: patterns.office, label: t('room.office'), roles: ['BUYER'], code: 'KeyO', letter: 'O' },
  { path: patterns.institutions, label: t('room.institutions'), roles: centre, code: 'KeyO', letter: 'O' },
  { path: patterns.plans, label: t('room.plans'), roles: centre, code: 'KeyB', letter: 'B' },
  { path: patterns.events, label: t('room.events'), roles: centre, code: 'KeyV', letter: 'V' },
  { path: patterns.words, label: t('room.words'), roles: centre, code: 'KeyW', letter: 'W' },
  { path: patterns.members, label: t('room.members'), roles: centre, code: 'KeyM', letter: 'M' },
  { path: patterns.templates, label: t('room.templates'), roles: centre, code: 'KeyT', letter: 'T' },
  { path: patterns.centre, label: t('room.centre'), roles: ['LEAD'], code: 'KeyS', letter: 'S' },
  {
    path: patterns.wishes,
    label: t('room.wishes'),
    roles: ['ENTERPRISE', 'BUYER'],
    code: 'KeyH',
    letter: 'H',
  },
  { path: patterns.notices, label: t('room.notices'), roles: everybody, code: 'KeyN', letter: 'N' },
  { path: patterns.account, label: t('room.account'), roles: everybody, code: 'KeyP', letter: 'P' },
]

export const roomsOf = (role: Role): Room[] => rooms().filter(({ roles }) => roles.includes(role))
