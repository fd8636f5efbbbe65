import { document, posting } from './ask.ts'
import { invalid, refused, unreadable, wrong, type BadRequest } from './bad-request.ts'

const times = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ')

/** An enterprise has products, and each of them has its enterprise. */
function circle(depth: number): string {
  const steps = times(depth, index => (index % 2 === 0 ? 'enterprise {' : 'products(first: 1) {'))
  return `{ products(first: 1) { edges { node { ${steps} id ${'}'.repeat(depth)} } } }}`
}

/** Each fragment spreads the next one twice under other names: a line more, twice the fields. */
const doubling = (levels: number) =>
  `{ enterprises(first: 1) { edges { node { ...F0 } } } }
  ${times(levels, doublingStep)} fragment F${levels} on Enterprise { id }`

function doublingStep(index: number): string {
  const below = `products(first: 1) { enterprise { ...F${index + 1} } }`
  return `fragment F${index} on Enterprise { a: ${below} b: ${below} }`
}

const introspection = `{ __schema { queryType { name } types { kind name fields(includeDeprecated: true) {
  name args { name type { name } } type { name kind ofType { name } } } } directives { name } } }`

const fragment = (name: string, body: string) => `fragment ${name} on Query { ${body} }`

export const badDocuments: BadRequest[] = [
  invalid('1. 101 aliases', `{ ${times(101, index => `a${index}: __typename`)} }`),
  refused('2. 10,000 aliases', document(`{ ${times(10_000, index => `a${index}: __typename`)} }`), 413),
  unreadable('4. 5,000 duplicates of a field', `{ ${times(5000, () => '__typename')} }`),
  unreadable('5. 3,000 duplicates of a selection', `{ ${times(3000, () => 'node(id:1){id}')} }`),
  invalid('6. 10 unknown directives on a field', `{ __typename ${times(10, () => '@aa')} }`),
  unreadable('7. 5,000 directives on a field', `{ __typename ${times(5000, () => '@aa')} }`),
  unreadable('8. 5,000 unknown fields', `{ ${times(5000, index => `x${index}`)} }`),
  invalid('8b. 400 unknown fields', `{ ${times(400, index => `x${index}`)} }`),
  invalid('9. 50 fields deep', circle(47)),
  unreadable('10. 3,000 fields deep', circle(2997)),
  unreadable('11. 9,000 brackets', `{ a(b: ${'['.repeat(9000)}`),
  invalid('11b. 800 brackets', `{ a(b: ${'['.repeat(400)}1${']'.repeat(400)}) }`),
  invalid('12. a circle of fragments', `{ ...A } ${fragment('A', '...B')} ${fragment('B', '...A')}`),
  invalid('13. a fragment that spreads itself', `{ ...A } ${fragment('A', '...A')}`),
  invalid('14. doubling fragments, 2^10', doubling(10)),
  invalid('15. 2^14', doubling(14)),
  invalid('16. 2^16', doubling(16)),
  invalid('17. 2^25', doubling(25)),
  unreadable('18. 1,500 unused fragments', `{ id } ${times(1500, index => fragment(`F${index}`, 'id'))}`),
  invalid('18b. 120 unused fragments', `{ id } ${times(120, index => fragment(`F${index}`, 'id'))}`),
  invalid(
    '19. 300 spreads of 55 fragments',
    `{ ${times(300, index => `...F${index % 55}`)} } ${times(55, index => fragment(`F${index}`, 'id'))}`,
  ),
  unreadable(
    '20. 2,000 operations',
    times(2000, index => `query Q${index} { __typename }`),
  ),
  invalid(
    '20b. 150 operations',
    times(150, index => `query Q${index} { __typename }`),
  ),
  refused('21. a batch of 10', posting(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })))),
  invalid('22. full introspection', introspection),
  invalid(
    '23. introspection in a circle',
    `{ __type(name: "Query") { ${'fields { type { '.repeat(5)} name ${'} '.repeat(10)} } }`,
  ),
  invalid(
    '24. introspection 12 deep',
    `{ __type(name: "Query") { ${'ofType { '.repeat(12)} name ${'} '.repeat(12)} } }`,
  ),
  invalid('25. a typo', '{ productz(first: 1) { edges { cursor } } }'),
  invalid('26. a directive on the operation', 'query @skip { __typename }'),
  invalid('26b. another one', 'query @deprecated { __typename }'),
  refused('27. a comment of 90 kB', document(`{ __typename } # ${'x'.repeat(90_000)}`), 413),
  refused('28. 90 kB of commas', document(`{ __typename ${','.repeat(90_000)} }`), 413),
  unreadable('29. NUL in the document', '{ __type\u0000name }'),
  invalid('30. a subscription', 'subscription { __typename }'),
  wrong(
    '31. two operations and no operationName',
    document('query a { __typename } query b { __typename }'),
    'OPERATION_RESOLUTION_FAILURE',
  ),
  invalid('31b. a query and a mutation of one name', 'query a { __typename } mutation a { __typename }'),
  wrong(
    '31c. an operationName that is not there',
    posting({ query: 'query a { __typename }', operationName: 'b' }),
    'OPERATION_RESOLUTION_FAILURE',
  ),
  unreadable('32. an empty selection', '{ }'),
  invalid('33. only a fragment', fragment('A', '__typename')),
  invalid('34. a type in the document', 'type A { b: Int }'),
]
