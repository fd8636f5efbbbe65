import { Deck } from './deck.ts'

/** How it can stand with a certificate that has no end of its own. */
const withoutEnd = [
  'active',
  'active',
  'unknown',
  'active',
  'cancelled',
  'active',
  'active',
  'returned',
  'active',
  'active',
  'unknown',
  'active',
  'future',
  'active',
  'active',
] as const

/** … and with one that is given for some years. */
const forSomeYears = [
  'active',
  'renewed',
  'in 20 days',
  'active',
  'yesterday',
  'active',
  'in 5 days',
  'renewed',
  'long ago',
  'active',
  'future',
  'in 50 days',
  'active',
  'renewed twice',
  'active',
  'cancelled',
  'unknown',
] as const

const untilMarch = ['renewed', 'active', 'renewed twice', 'renewed', 'last spring'] as const

/** Dealt in turn rather than by chance, so that a small demo shows every one of them. */
export const newSituations = () => ({
  withoutEnd: new Deck(withoutEnd),
  forSomeYears: new Deck(forSomeYears),
  untilMarch: new Deck(untilMarch),
})

export type Situations = ReturnType<typeof newSituations>
