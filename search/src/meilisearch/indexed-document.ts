import { contentHash } from '../content-hash.ts'
import type { CertifiedPeriod, DocumentType, SearchDocument } from '../documents.ts'
import { keystrokesOf } from '../korean/keystrokes.ts'
import { initialsOf } from '../korean/initials.ts'
import { withoutParticle } from '../korean/particles.ts'
import { properName, wordsOf } from '../korean/words.ts'
import { certifiedDays, type CertifiedDays } from './certified-days.ts'

/**
 * A document as Meilisearch holds it. The `k` fields are what is searched: text as the keystrokes
 * that type it. Meilisearch cuts Hangul with a dictionary that knows neither names nor half-typed
 * words (사무용의자 becomes 사무 and 용의자); a row of Latin letters it leaves whole.
 */
export interface IndexedDocument {
  id: string
  type: DocumentType
  name: string
  enterpriseName: string
  categoryNames: string[]
  kName: string[]
  kEnterprise: string[]
  kCategory: string[]
  kDescription: string[]
  /** 초성, each behind a zero so that they never meet a word. */
  kInitials: string[]
  /** The text letter by letter, for who wants just what was typed: keys forget where a syllable ends. */
  kLetters: string[]
  /** Every beginning of the codes that can be asked for, so that a prefix is found as an equal. */
  categories: string[]
  /** The beginnings that all of its codes share: what it lies wholly under. */
  commonCategories: string[]
  category: string[]
  regions: string[]
  region: string[]
  certificationKinds: string[]
  certified: CertifiedDays
  price: number | null
  leadDays: number | null
  deliveryRecord: string
  weight: number
  hash: string
}

const MOST_SUFFIXES = 12
const MOST_DESCRIPTION_WORDS = 60
const INITIALS_MARK = '0'

export function indexedDocument(document: SearchDocument): IndexedDocument {
  const { id, type, name, enterpriseName, categoryNames, price, leadDays, weight } = document
  const labels = [...categoryNames, ...document.certificationNames, document.regionName]
  const nouns = descriptionWords(document.description)
  return {
    id,
    type,
    name,
    enterpriseName,
    categoryNames,
    price,
    leadDays,
    weight,
    kName: searchableForms(name),
    kEnterprise: searchableForms(enterpriseName),
    kCategory: unique(labels.flatMap(searchableForms)),
    kDescription: unique(nouns.map(keystrokesOf)),
    kInitials: initialForms(name),
    kLetters: unique([
      ...[name, enterpriseName, ...labels].flatMap(writtenForms).map(lettersOf),
      ...nouns.map(lettersOf),
    ]),
    categories: unique(document.categoryCodes.flatMap(beginnings)),
    commonCategories: commonBeginnings(document.categoryCodes),
    category: unique(document.categoryCodes.map(code => code.slice(0, 2))),
    regions: document.regionCode === null ? [] : beginnings(document.regionCode),
    region: document.regionCode === null ? [] : [document.regionCode.slice(0, 2)],
    certificationKinds: unique(document.certifications.map(kindOf)),
    certified: certifiedDays(document.certifications),
    deliveryRecord: String(document.hasDeliveryRecord),
    hash: contentHash(document),
  }
}

const searchableForms = (text: string): string[] => unique(writtenForms(text).map(keystrokesOf))

/** Whole, without legal form, word by word, and from each syllable of the name on. */
function writtenForms(text: string): string[] {
  const words = wordsOf(text)
  const { from, to } = properName(words)
  const proper = words.slice(from, to).join('')
  return unique([words.join(''), proper, ...words, ...suffixes(proper)])
}

function initialForms(text: string): string[] {
  const words = wordsOf(text)
  const { from, to } = properName(words)
  const proper = words.slice(from, to).join('')
  return unique([words.join(''), proper, ...suffixes(proper)].map(typedInitialsForm))
}

/** As a query for initials is written, too. */
export function typedInitialsForm(text: string): string {
  return `${INITIALS_MARK}${keystrokesOf(initialsOf(text))}`
}

/** Meilisearch leaves out words of more than 250 letters, and each letter here takes four. */
const MOST_LETTERS = 60

/** Each letter as four of a to p, the digits of its code: a row of them is whole, and begins where the text does. */
export function lettersOf(text: string): string {
  let digits = ''
  for (let at = 0; at < Math.min(text.length, MOST_LETTERS); at++)
    digits += text.charCodeAt(at).toString(16).padStart(4, '0')
  return digits.replace(/./g, digit => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))
}

/** Meilisearch finds beginnings only; so that the middle of a name is found, it is made a beginning. */
function suffixes(name: string): string[] {
  const count = Math.min(MOST_SUFFIXES, name.length - 2)
  return Array.from({ length: Math.max(0, count) }, (_, place) => name.slice(place + 1))
}

function descriptionWords(description: string): string[] {
  return wordsOf(description).slice(0, MOST_DESCRIPTION_WORDS).map(withoutParticle)
}

function beginnings(code: string): string[] {
  return Array.from({ length: Math.max(0, code.length - 1) }, (_, place) => code.slice(0, place + 2))
}

function commonBeginnings([first, ...others]: readonly string[]): string[] {
  if (first === undefined) return []
  return beginnings(first).filter(beginning => others.every(code => code.startsWith(beginning)))
}

function kindOf({ kind }: CertifiedPeriod): string {
  return kind
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].filter(item => item !== '')
}
