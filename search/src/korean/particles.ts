import { endingOf } from './hangul.ts'

type Ending = ReturnType<typeof endingOf>

const AFTER_ANY: readonly Ending[] = ['open', 'closed', 'rieul', 'not-hangul']
const AFTER_OPEN: readonly Ending[] = ['open', 'not-hangul']
const AFTER_CLOSED: readonly Ending[] = ['closed', 'rieul', 'not-hangul']
/** 로 follows an open syllable and ㄹ, 으로 the others; 서울으로 is wrong, but written. */
const AFTER_OPEN_OR_RIEUL: readonly Ending[] = ['open', 'rieul', 'not-hangul']

/** 조사: what Korean hangs on the end of a noun, and after which endings it may hang there. */
const PARTICLES: readonly (readonly [string, readonly Ending[]])[] = [
  ['은', AFTER_CLOSED], ['는', AFTER_OPEN], ['이', AFTER_CLOSED], ['가', AFTER_OPEN],
  ['을', AFTER_CLOSED], ['를', AFTER_OPEN], ['과', AFTER_CLOSED], ['와', AFTER_OPEN],
  ['으로', AFTER_CLOSED], ['로', AFTER_OPEN_OR_RIEUL],
  ['으로는', AFTER_CLOSED], ['로는', AFTER_OPEN_OR_RIEUL],
  ['으로부터', AFTER_CLOSED], ['로부터', AFTER_OPEN_OR_RIEUL],
  ['으로서', AFTER_CLOSED], ['로서', AFTER_OPEN_OR_RIEUL],
  ['이나', AFTER_CLOSED], ['나', AFTER_OPEN], ['이랑', AFTER_CLOSED], ['랑', AFTER_OPEN],
  ['이란', AFTER_CLOSED], ['란', AFTER_OPEN], ['이라는', AFTER_CLOSED], ['라는', AFTER_OPEN],
  ['이라고', AFTER_CLOSED], ['라고', AFTER_OPEN], ['이며', AFTER_CLOSED], ['이고', AFTER_CLOSED],
  ['의', AFTER_ANY], ['도', AFTER_ANY], ['만', AFTER_ANY], ['에', AFTER_ANY], ['에는', AFTER_ANY],
  ['에도', AFTER_ANY], ['에서', AFTER_ANY], ['에서는', AFTER_ANY], ['에서도', AFTER_ANY], ['에서의', AFTER_ANY],
  ['에게', AFTER_ANY], ['에게서', AFTER_ANY], ['한테', AFTER_ANY], ['께서', AFTER_ANY], ['까지', AFTER_ANY],
  ['부터', AFTER_ANY], ['처럼', AFTER_ANY], ['보다', AFTER_ANY], ['하고', AFTER_ANY], ['마다', AFTER_ANY],
  ['조차', AFTER_ANY], ['마저', AFTER_ANY], ['만의', AFTER_ANY], ['과의', AFTER_CLOSED], ['와의', AFTER_OPEN],
] // prettier-ignore

const LONGEST_FIRST = PARTICLES.toSorted(([a], [b]) => b.length - a.length)
const SHORTEST_NOUN = 2

/** The word without its particle, or the word itself: 행복나눔에서 → 행복나눔, 나눔 → 나눔. */
export function withoutParticle(word: string): string {
  for (const [particle, endings] of LONGEST_FIRST) {
    if (!word.endsWith(particle)) continue
    const noun = word.slice(0, -particle.length)
    if (noun.length >= SHORTEST_NOUN && endings.includes(endingOf(noun))) return noun
  }
  return word
}
