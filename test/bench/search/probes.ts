import { Random } from './random.ts'
import { nameProper } from './name-proper.ts'
import * as hangul from './hangul.ts'

export const PROBE_CLASSES = [
  'exact',
  'prefix',
  'half',
  'infix',
  'jamo',
  'syllable',
  'spacing',
  'particle',
  'choseong',
  'layout',
] as const

export type ProbeClass = (typeof PROBE_CLASSES)[number]

export interface Probe {
  class: ProbeClass
  /** Place of the name in the list. */
  name: number
  words: string
}

/**
 * What a person might type who is looking for a name. Every class but `exact` starts from the name
 * proper, as people do: nobody looks for a firm by the syllables 사회적협동조합, which hundreds share.
 * A name too short to be told from a thousand others by what is left of it is not asked in that class.
 */
export function probesOf(names: readonly string[], perClass: number, seed: number): Probe[] {
  const random = new Random(seed)
  return PROBE_CLASSES.flatMap(probeClass => {
    const made: Probe[] = []
    for (const place of random.shuffle([...names.keys()])) {
      if (made.length === perClass) break
      const words = MAKERS[probeClass](names[place] ?? '', random)
      if (words !== undefined) made.push({ class: probeClass, name: place, words })
    }
    return made
  })
}

type Maker = (name: string, random: Random) => string | undefined

const MAKERS: Readonly<Record<ProbeClass, Maker>> = {
  exact: name => name,
  prefix: name => beginning(name),
  half: name => {
    const typed = beginning(name)
    const next = typed === undefined ? undefined : nameProper(name).at(typed.length)
    return next === undefined || !hangul.isSyllable(next) ? undefined : `${typed}${hangul.initialOf(next)}`
  },
  infix: (name, random) => {
    const proper = nameProper(name)
    if (proper.length < 5) return undefined
    const from = 1 + random.below(proper.length - 4)
    return proper.slice(from, from + Math.max(4, Math.ceil(proper.length * 0.6)))
  },
  jamo: (name, random) => misspell(nameProper(name), 3, random, hangul.withOtherJamo),
  syllable: (name, random) => misspell(nameProper(name), 4, random, hangul.otherSyllable),
  spacing: (name, random) => {
    const proper = nameProper(name)
    if (proper.length < 3) return undefined
    const at = 1 + random.below(proper.length - 1)
    return `${proper.slice(0, at)} ${proper.slice(at)}`
  },
  particle: (name, random) => {
    const proper = nameProper(name)
    return hangul.isSyllable(proper.at(-1) ?? '') ? proper + hangul.particleAfter(proper, random) : undefined
  },
  choseong: name => {
    const proper = nameProper(name)
    return proper.length >= 4 && Array.from(proper).every(hangul.isSyllable)
      ? Array.from(proper).map(hangul.initialOf).join('')
      : undefined
  },
  layout: name => {
    const proper = nameProper(name)
    return Array.from(proper).every(hangul.isSyllable)
      ? Array.from(proper).map(hangul.keysOf).join('')
      : undefined
  },
}

/** More than half of the name proper, and never less than three syllables. */
function beginning(name: string): string | undefined {
  const proper = nameProper(name)
  const length = Math.max(3, Math.ceil(proper.length * 0.6))
  return length < proper.length ? proper.slice(0, length) : undefined
}

function misspell(
  proper: string,
  shortest: number,
  random: Random,
  change: (syllable: string, random: Random) => string,
): string | undefined {
  const places = Array.from(proper).flatMap((character, place) =>
    hangul.isSyllable(character) ? [place] : [],
  )
  if (proper.length < shortest || places.length === 0) return undefined
  const place = random.pick(places)
  return proper.slice(0, place) + change(proper.charAt(place), random) + proper.slice(place + 1)
}
