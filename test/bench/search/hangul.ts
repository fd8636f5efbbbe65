import type { Random } from './random.ts'

/** Hangul for the bench, written apart from the engine's own, so that one mistake cannot hide the other. */

const INITIALS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
const INITIAL_KEYS = 'r R s e E f a q Q t T d w W c z x v g'.split(' ')
const VOWEL_KEYS = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ')
const FINAL_KEYS = ' r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')
const COMMON_SYLLABLES = Array.from(
  '가나다라마바사아자하고도로소오조호구부수우주기리미비시이지인한산선원전정성장상현문동명영연',
)

export function isSyllable(character: string): boolean {
  return /^[가-힣]$/u.test(character)
}

export function initialOf(syllable: string): string {
  return INITIALS[partsOf(syllable)[0]] ?? ''
}

export function keysOf(syllable: string): string {
  const [initial, vowel, final] = partsOf(syllable)
  return `${INITIAL_KEYS[initial]}${VOWEL_KEYS[vowel]}${FINAL_KEYS[final]}`
}

/** One letter of the syllable wrong: first consonant, vowel, or last consonant where there is one. */
export function withOtherJamo(syllable: string, random: Random): string {
  const parts = partsOf(syllable)
  const place = random.below(parts[2] === 0 ? 2 : 3)
  const simple =
    place === 0
      ? [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 18]
      : place === 1
        ? [0, 4, 8, 13, 18, 20]
        : [1, 4, 8, 16, 17, 21]
  parts[place] = random.pick(simple.filter(part => part !== parts[place]))
  return String.fromCharCode(0xac00 + (parts[0] * 21 + parts[1]) * 28 + parts[2])
}

export function otherSyllable(syllable: string, random: Random): string {
  return random.pick(COMMON_SYLLABLES.filter(other => other !== syllable))
}

/** A particle as grammar wants it after this word. */
export function particleAfter(word: string, random: Random): string {
  const final = partsOf(word.charAt(word.length - 1))[2]
  const byEnding =
    final === 0 ? ['는', '가', '를', '와', '로'] : ['은', '이', '을', '과', final === 8 ? '로' : '으로']
  return random.pick([...byEnding, '의', '에서', '에', '도'])
}

function partsOf(syllable: string): [initial: number, vowel: number, final: number] {
  const index = syllable.charCodeAt(0) - 0xac00
  return [Math.floor(index / 588), Math.floor(index / 28) % 21, index % 28]
}
