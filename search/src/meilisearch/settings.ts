import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'

/** A write of settings may index everything anew; `fingerprint` tells whether there is anything to write. */
export const SETTINGS: Settings = {
  searchableAttributes: ['kName', 'kEnterprise', 'kCategory', 'kInitials', 'kDescription', 'kLetters'],
  displayedAttributes: ['id', 'type', 'name', 'enterpriseName', 'categoryNames', 'hash'],
  filterableAttributes: [
    equality(
      'id',
      'type',
      'categories',
      'commonCategories',
      'category',
      'regions',
      'region',
      'certificationKinds',
      'deliveryRecord',
    ),
    comparison('certified.*', 'price', 'leadDays'),
  ],
  sortableAttributes: ['weight', 'id'],
  // Fewest slips first, so that nothing corrected ever stands above something literal; no word counts
  // for being rare. At the end the order that a search without words has.
  rankingRules: ['words', 'typo', 'exactness', 'attribute', 'proximity', 'sort', 'weight:desc', 'id:asc'],
  typoTolerance: {
    enabled: true,
    // Counted in keystrokes: two syllables are four to six.
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnAttributes: ['kInitials', 'kDescription', 'kLetters'],
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  // Totals and deep pages are exact up to here.
  pagination: { maxTotalHits: 10_000_000 },
  prefixSearch: 'indexingTime',
}

export const FINGERPRINT = createHash('sha256').update(JSON.stringify(SETTINGS)).digest('hex')

function equality(...attributePatterns: string[]) {
  return {
    attributePatterns,
    features: { facetSearch: false, filter: { equality: true, comparison: false } },
  }
}

function comparison(...attributePatterns: string[]) {
  return { attributePatterns, features: { facetSearch: false, filter: { equality: true, comparison: true } } }
}
