import type { MatchReason } from '../engine.ts'
import { cell16 } from '../embedded/cells.ts'
import { EditDistance } from '../embedded/edit-distance.ts'
import { phraseOf } from '../embedded/phrase.ts'
import { mostEdits } from '../embedded/similar.ts'
import { KEY, SYLLABLE_START } from '../embedded/typed-text.ts'
import { typedInitials } from '../korean/initials.ts'
import { readingsOf, type Reading } from '../korean/readings.ts'
import { keyedText, type KeyedText, type Mark } from './keyed-text.ts'

/**
 * 강조 — where the words stand in a text: with other spacing, without a particle, in initials, misspelt, as
 * far as the hit was found so. The same for every engine: it looks at the text that is shown, and not at what
 * an engine holds of it.
 */
export function marksIn(text: string, typed: string, reason: MatchReason): Mark[] {
  const keyed = keyedText(text)
  const [asTyped, ...others] = readingsOf(typed)
  if (asTyped === undefined || asTyped.words.length === 0) return []
  if (reason === 'initials') return joined(initialsIn(keyed, typedInitials(asTyped.words) ?? ''))

  const readings = [asTyped, ...others.filter(({ kind }) => READ_BY[reason]?.includes(kind))]
  for (const { words } of readings) {
    const whole = standing(keyed, words)
    if (whole.length > 0) return joined(whole)
  }
  return joined(wordByWord(keyed, readings, reason === 'typo'))
}

/** Besides as typed. */
const READ_BY: Partial<Record<MatchReason, Reading['kind'][]>> = {
  layout: ['layout'],
  particle: ['layout', 'particle'],
  typo: ['layout', 'particle'],
}

function wordByWord(keyed: KeyedText, readings: readonly Reading[], isMisspelt: boolean): Mark[] {
  const [{ words: typed } = { words: [] }] = readings
  const marks: Mark[] = []
  let isMissing = false
  for (const place of typed.keys()) {
    const ways = readings.flatMap(({ words }) => (words.length === typed.length ? (words[place] ?? []) : []))
    const literal = ways.map(way => standing(keyed, [way])).find(found => found.length > 0)
    const found = literal ?? (isMisspelt ? nearest(keyed, ways.slice(0, 1)) : [])
    if (found.length === 0) isMissing = true
    marks.push(...found)
  }
  return isMissing && isMisspelt
    ? [...marks, ...readings.flatMap(({ words }) => nearest(keyed, words))]
    : marks
}

/** Wherever the words, written together, stand from the start of a syllable on. */
function standing({ keys, originOfKey }: KeyedText, words: readonly string[]): Mark[] {
  const { keys: wanted } = phraseOf(words)
  const marks: Mark[] = []
  for (let place = 0; place + wanted.length <= keys.length; place++) {
    if ((cell16(keys, place) & SYLLABLE_START) === 0) continue
    if (wanted.every((key, offset) => (cell16(keys, place + offset) & KEY) === key))
      marks.push(between(originOfKey, place, place + wanted.length))
  }
  return marks
}

const distance = new EditDistance()

function nearest({ keys, originOfKey }: KeyedText, words: readonly string[]): Mark[] {
  const { keys: wanted } = phraseOf(words)
  const edits = mostEdits(wanted.length)
  if (edits === 0 || keys.length === 0) return []
  const found = distance.nearest(keys, 0, keys.length, wanted, edits)
  return found === undefined || found.to === found.from ? [] : [between(originOfKey, found.from, found.to)]
}

function initialsIn({ initials, originOfInitial }: KeyedText, typed: string): Mark[] {
  const marks: Mark[] = []
  if (typed === '') return marks
  for (let at = initials.indexOf(typed); at >= 0; at = initials.indexOf(typed, at + 1))
    marks.push(between(originOfInitial, at, at + typed.length))
  return marks
}

/** From the character of the first to that of the last. */
function between(origins: readonly Mark[], from: number, to: number): Mark {
  return { from: origins[from]?.from ?? 0, to: origins[to - 1]?.to ?? 0 }
}

/** In order, and what overlaps or touches as one. */
function joined(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = []
  for (const mark of marks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1)
    if (last !== undefined && mark.from <= last.to) last.to = Math.max(last.to, mark.to)
    else all.push({ ...mark })
  }
  return all
}
