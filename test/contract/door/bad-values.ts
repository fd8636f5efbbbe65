import { document } from './ask.ts'
import { invalid, refused, wrong, type BadRequest } from './bad-request.ts'
import { jsonBody } from './bad-bodies.ts'

const page = 'query ($first: Int) { products(first: $first) { edges { cursor } } }'
const words = 'query ($query: String) { products(first: 1, query: $query) { totalCount } }'
const filtered = 'query ($filter: ProductFilter) { products(first: 1, filter: $filter) { totalCount } }'
const sorted = 'query ($sort: ProductSort!) { products(first: 1, sort: $sort) { totalCount } }'
const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Product { name unit } } }'

const certifiedOn = (day: string) => document(filtered, { filter: { certifiedOn: day } })

/** As text: JavaScript itself would not print such an array. */
const withFirst = (first: string) =>
  jsonBody(`{"query":${JSON.stringify(page)},"variables":{"first":${first}}}`)

export const badValues: BadRequest[] = [
  refused('35. a variable of 1 MB', document(words, { query: 'x'.repeat(1_000_000) }), 413),
  wrong('36. an array 10,000 deep', withFirst(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)),
  wrong('37. an Int that is no Int', document(page, { first: 1.5 })),
  wrong('37b. a text of 50 kB for an Int', document(page, { first: 'x'.repeat(50_000) })),
  invalid('37c. an Int that is too large', '{ products(first: 99999999999) { totalCount } }'),
  invalid('37d. an Int of 50,000 digits', `{ products(first: ${'9'.repeat(50_000)}) { totalCount } }`),
  wrong('38. first: -1 as a variable', document(page, { first: -1 })),
  wrong('38b. and in the document', document('{ products(first: -1) { totalCount } }')),
  invalid('39. first: 99999999 in the document', '{ products(first: 99999999) { edges { cursor } } }'),
  wrong('39b. and as a variable', document(page, { first: 99_999_999 }), 'GRAPHQL_VALIDATION_FAILED'),
  invalid('39c. and as the default of a variable', page.replace('Int', 'Int = 99999999')),
  wrong(
    '39d. 15,000 ids',
    document(nodes, { ids: Array.from({ length: 15_000 }, () => '') }),
    'GRAPHQL_VALIDATION_FAILED',
  ),
  wrong('40. a missing variable', document('query ($id: ID!) { node(id: $id) { id } }')),
  refused('45. a text of a million characters', document(words, { query: '가'.repeat(1_000_000) }), 413),
  wrong('46. 1e400', withFirst('1e400')),
  refused('46b. NaN', withFirst('NaN')),
  wrong('47. 30 February', certifiedOn('2026-02-30')),
  wrong('47b. day zero', certifiedOn('0000-00-00')),
  wrong('47c. month 99', certifiedOn('9999-99-99')),
  invalid(
    '47d. in the document',
    '{ products(first: 1, filter: { certifiedOn: "2026-02-30" }) { totalCount } }',
  ),
  wrong('48. an enum in small letters', document(sorted, { sort: 'newest' })),
  wrong('49. null in a list', document(filtered, { filter: { categories: [null] } })),
]
