import { cell32 } from './cells.ts'
import type { Attempt } from './attempts.ts'
import type { Alignment, EditDistance } from './edit-distance.ts'
import { DESCRIPTION, FIELD_BITS, FIELD_MASK, WEIGHTS } from './fields.ts'
import { membersOf } from './groups.ts'
import { GrowingUint32 } from './growing.ts'
import { forEachWithInitials } from './initials-search.ts'
import { forEachLiteral } from './literal.ts'
import type { Phrase } from './phrase.ts'
import { NO_ENTRY, Scores } from './scores.ts'
import type { Segment } from './segment.ts'
import { SimilarEntries } from './similar.ts'
import { BAND_LITERAL, EXACT, EXACT_KEYS, PREFIX, scoreIn } from './tiers.ts'

/** A part of an attempt: one phrase, looked for in one band. */
export interface Search {
  band: number
  /** Number of the attempt, kept beside the score to tell later how a document was found. */
  attempt: number
  /** Whether the letters must stand there, not just the keys that type them. */
  isExact?: boolean
  /** However well it answers, it counts for no more. */
  mostTier?: number
}

/** Turns phrases into scores of the documents of one segment. It keeps its working memory between searches. */
export class Matcher {
  readonly scores: Scores
  readonly #segment: Segment
  readonly #wordScores: Scores
  readonly #wordSums: Uint32Array
  readonly #wordsMet: Uint8Array
  readonly #similar: SimilarEntries

  constructor(segment: Segment, distance: EditDistance) {
    const count = segment.ids.length
    this.#segment = segment
    this.scores = new Scores(count)
    this.#wordScores = new Scores(count)
    this.#wordSums = new Uint32Array(count)
    this.#wordsMet = new Uint8Array(count)
    this.#similar = new SimilarEntries(segment.dictionary, segment.grams, distance)
  }

  /** The dictionary entries that answer a phrase, for whoever wants texts and not documents. */
  entries(manner: Attempt['manner'], phrase: Phrase, visit: (entry: number, tier: number) => void): void {
    const { dictionary, grams } = this.#segment
    if (manner === 'initials') forEachWithInitials(dictionary, phrase.text, visit)
    else if (manner === 'literal') forEachLiteral(dictionary, grams, phrase.keys, visit)
    else for (const { entry, tier } of this.#similar.to(phrase)) visit(entry, tier)
  }

  /** The phrase stands in the text, spaces aside. */
  literal(
    phrase: Phrase,
    { band, attempt, isExact = false, mostTier = EXACT }: Search,
    into = this.scores,
  ): void {
    const { dictionary, grams } = this.#segment
    forEachLiteral(dictionary, grams, phrase.keys, (entry, tier) => {
      if (isExact && !holdsText(dictionary.texts[entry], phrase)) return
      const isOtherText = tier === EXACT && !isSameText(dictionary.texts[entry], phrase)
      this.#give(entry, Math.min(mostTier, isOtherText ? EXACT_KEYS : tier), band, attempt, into)
    })
  }

  /** Whether any living document holds the phrase as typed. */
  holds(phrase: Phrase): boolean {
    this.literal(phrase, { band: BAND_LITERAL, attempt: 0 }, this.#wordScores)
    const isHeld = this.#wordScores.found().some(document => this.#segment.dead[document] === 0)
    this.#wordScores.clear()
    return isHeld
  }

  initials(typed: string, { band, attempt }: Search): void {
    forEachWithInitials(this.#segment.dictionary, typed, (entry, tier) => {
      this.#give(entry, tier, band, attempt, this.scores)
    })
  }

  /** The phrase stands in the text but for a few slips. */
  similar(phrase: Phrase, { band, attempt }: Search, into = this.scores): Best | undefined {
    let best: Best | undefined
    for (const { entry, tier, alignment } of this.#similar.to(phrase)) {
      this.#give(entry, Math.min(tier, EXACT), band, attempt, into, true)
      if (!this.#isSaid(entry)) continue
      if (best === undefined || tier > best.tier) best = { segment: this.#segment, entry, tier, alignment }
    }
    return best
  }

  /** Every phrase stands somewhere in the document: `meet` looks for one of them. */
  all(phrases: readonly Phrase[], search: Search, meet: (phrase: Phrase, into: Scores) => void): void {
    const candidates = new GrowingUint32()
    for (const [met, phrase] of phrases.entries()) {
      meet(phrase, this.#wordScores)
      for (const document of this.#wordScores.found()) {
        if (this.#wordsMet[document] !== met) continue
        if (met === 0) candidates.push(document)
        this.#wordsMet[document] = met + 1
        this.#wordSums[document] = cell32(this.#wordSums, document) + this.#wordScores.of(document)
      }
      this.#wordScores.clear()
      if (candidates.length === 0) return
    }
    this.#giveAll(candidates, phrases.length, search)
  }

  #giveAll(candidates: GrowingUint32, wordCount: number, { band, attempt }: Search): void {
    for (const document of candidates.view()) {
      if (this.#wordsMet[document] === wordCount) {
        const mean = Math.floor(cell32(this.#wordSums, document) / wordCount)
        // Words met here and there are worth a little less than the same words met in one piece.
        this.scores.raise(document, Math.max(scoreIn(band, 1, 1), mean - APART), NO_ENTRY, attempt)
      }
      this.#wordsMet[document] = 0
      this.#wordSums[document] = 0
    }
  }

  #give(entry: number, tier: number, band: number, attempt: number, into: Scores, isSlip = false): void {
    const isTooVague = isSlip || tier < PREFIX
    for (const saying of membersOf(this.#segment.postings, entry)) {
      const field = saying & FIELD_MASK
      // In free text a word counts from its beginning on and as spelt; anything looser finds everything.
      if (field === DESCRIPTION && isTooVague) continue
      into.raise(saying >>> FIELD_BITS, scoreIn(band, tier, WEIGHTS[field] ?? 0), entry, attempt)
    }
  }

  /** By a living document. */
  #isSaid(entry: number): boolean {
    const { postings, dead } = this.#segment
    return membersOf(postings, entry).some(saying => dead[saying >>> FIELD_BITS] === 0)
  }
}

/** The likeliest text for a misspelt phrase. */
export interface Best {
  segment: Segment
  entry: number
  tier: number
  alignment: Alignment
}

const APART = 100

function holdsText(text: string | undefined, phrase: Phrase): boolean {
  return text?.replaceAll(' ', '').includes(phrase.text) ?? false
}

function isSameText(text: string | undefined, phrase: Phrase): boolean {
  return text?.replaceAll(' ', '') === phrase.text
}
