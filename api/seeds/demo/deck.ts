/**
 * Deals cards in turn and starts again at the end. Where chance would leave a situation out of a small demo, a
 * deck shows every one of them, in the proportion of its cards.
 */
export class Deck<Card> {
  readonly #cards: readonly Card[]
  #dealt = 0

  constructor(cards: readonly Card[]) {
    this.#cards = cards
  }

  deal(): Card {
    const card = this.#cards[this.#dealt++ % this.#cards.length]
    if (card === undefined) throw new Error('A deck without cards.')
    return card
  }
}
