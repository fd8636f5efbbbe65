/**
 * How well a text answers what was typed, from 0 to 1000. The tiers do not overlap, so a better kind
 * of match always stands above a worse one in the same field; within a tier the share of the name
 * that was typed decides. There is no term frequency in it: a rare name is no better answer.
 */
export const EXACT = 1000
/** The same keys, other letters: a Korean word met by its Latin spelling or the other way round. */
export const EXACT_KEYS = 990
/** The whole name but for its legal form. */
export const PROPER_NAME = 980
export const PREFIX = 780
export const WHOLE_WORD = 680
export const WORD_PREFIX = 580
export const INFIX = 460
/** Not in the text at all: people have said that the words mean its category. */
export const SYNONYM = 300
/** A prefix or word that ends where a word ends, rather than in the middle of one. */
export const ENDS_WITH_WORD = 40
export const SPAN = 100

/**
 * Bands come before tiers: whatever was found as typed stands above everything found by leaving
 * something out, and that above everything found by correcting something.
 */
export const BAND_LITERAL = 3
export const BAND_LENIENT = 2
export const BAND_CORRECTED = 1
export const BAND_BITS = 12
export const MOST_SCORE = (BAND_LITERAL + 1) << BAND_BITS

/** `tier` of 0 to 1000 in a field of so much weight (percent), on the scale of one band. */
export function scoreIn(band: number, tier: number, weight: number): number {
  return (band << BAND_BITS) + Math.round((tier * weight) / 25)
}
