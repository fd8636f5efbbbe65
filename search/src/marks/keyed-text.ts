import { keysOfCharacter } from '../korean/keystrokes.ts'
import { initialsOf } from '../korean/initials.ts'
import { normalise } from '../korean/normalise.ts'
import { appendTyped } from '../embedded/typed-text.ts'

/** A stretch of a text in UTF-16 units; `to` is the first unit behind it. */
export interface Mark {
  from: number
  to: number
}

/** A text as it is searched, and for each key and initial the character that it comes from. */
export interface KeyedText {
  /** With the marks of syllables and words. */
  keys: Uint16Array
  originOfKey: Mark[]
  initials: string
  originOfInitial: Mark[]
}

const SEARCHED = /[\p{L}\p{N}]/u

export function keyedText(text: string): KeyedText {
  const words = ['']
  const originOfKey: Mark[] = []
  const originOfInitial: Mark[] = []
  let initials = ''
  let from = 0
  for (const written of text) {
    const origin = { from, to: from + written.length }
    from = origin.to
    for (const character of normalise(written)) {
      if (!SEARCHED.test(character)) {
        words.push('')
        continue
      }
      words.push((words.pop() ?? '') + character)
      for (const _ of keysOfCharacter(character)) originOfKey.push(origin)
      const initial = initialsOf(character)
      initials += initial
      for (let unit = 0; unit < initial.length; unit++) originOfInitial.push(origin)
    }
  }
  const codes: number[] = []
  appendTyped(words, codes)
  return { keys: Uint16Array.from(codes), originOfKey, initials, originOfInitial }
}
