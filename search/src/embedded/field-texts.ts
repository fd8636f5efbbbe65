import type { SearchDocument } from '../documents.ts'
import { withoutParticle } from '../korean/particles.ts'
import { wordsOf } from '../korean/words.ts'
import type { Field } from './fields.ts'

export interface FieldText {
  field: Field
  words: string[]
  /** The text as it stands in the document, where a person may be shown it. */
  printed?: string
}

/** Past this the description says nothing new to a search. */
const MOST_DESCRIPTION_WORDS = 60
/** Certifications, categories and regions are said by thousands of documents in the same letters. */
const REMEMBERED = 20_000

/** Every text of a document that can be searched, cut into words. */
export class FieldTexts {
  readonly #known = new Map<string, string[]>()

  of(document: SearchDocument): FieldText[] {
    const isProduct = document.type === 'product'
    const texts: FieldText[] = [
      {
        field: isProduct ? 'productName' : 'enterpriseName',
        words: wordsOf(document.name),
        printed: document.name,
      },
      {
        field: isProduct ? 'offeringEnterprise' : 'formerName',
        words: this.#repeated(document.enterpriseName),
      },
      ...document.categoryNames.map(name => ({
        field: 'category' as const,
        words: this.#repeated(name),
        printed: name,
      })),
      ...document.certificationNames.map(name => ({
        field: 'certification' as const,
        words: this.#repeated(name),
      })),
      { field: 'region' as const, words: this.#repeated(document.regionName) },
      ...descriptionWords(document.description).map(word => ({
        field: 'description' as const,
        words: [word],
      })),
    ]
    return texts.filter(text => text.words.length > 0)
  }

  #repeated(text: string): string[] {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    const words = wordsOf(text)
    this.#known.set(text, words)
    return words
  }
}

/** Free text is looked up by its nouns, so particles go. */
function descriptionWords(description: string): string[] {
  if (description === '') return []
  const words = wordsOf(description).slice(0, MOST_DESCRIPTION_WORDS)
  return [...new Set(words.map(withoutParticle))]
}
