import type { TestApp } from '../kit/app.ts'
import { read } from '../kit/ask.ts'

/** What the tests expect to see on the screen, asked of the API itself, so that other demo data changes nothing here. */
interface Listed {
  id: string
  name: string
  enterprise: { id: string; name: string }
}

export interface Certified {
  id: string
  name: string
  certifications: {
    status: string
    validFrom: string | null
    validUntil: string | null
    kind: { name: string }
  }[]
}

export async function countOf(app: TestApp, query: string): Promise<number> {
  const { products } = await read<{ products: { totalCount: number } }>(
    app,
    'query ($query: String) { products(first: 1, query: $query) { totalCount } }',
    { variables: { query } },
  )
  return products.totalCount
}

export async function newestProduct(app: TestApp): Promise<Listed> {
  const { products } = await read<{ products: { edges: { node: Listed }[] } }>(
    app,
    '{ products(first: 1, sort: NEWEST) { edges { node { id name enterprise { id name } } } } }',
  )
  return the(products.edges[0]).node
}

/** The first few of a list, in its plain order. */
export async function listed(
  app: TestApp,
  kind: 'products' | 'enterprises',
  first: number,
): Promise<{ id: string; name: string }[]> {
  const answer = await read<Record<string, { edges: { node: { id: string; name: string } }[] }>>(
    app,
    `query ($first: Int!) { ${kind}(first: $first) { edges { node { id name } } } }`,
    { variables: { first } },
  )
  return the(answer[kind]).edges.map(({ node }) => node)
}

/** Products of one enterprise: what is said of the enterprise itself is the same of all of them. */
export async function productsOfOne(app: TestApp): Promise<string[]> {
  const { enterprises } = await read<{ enterprises: { edges: { node: { products: { id: string }[] } }[] } }>(
    app,
    '{ enterprises(first: 20) { edges { node { products(first: 3) { id } } } } }',
  )
  const many = enterprises.edges.find(({ node }) => node.products.length === 3)
  return the(many).node.products.map(({ id }) => id)
}

/** An enterprise with a certificate in a given state. */
export async function enterpriseWith(app: TestApp, status: string): Promise<Certified> {
  const { enterprises } = await read<{ enterprises: { edges: { node: Certified }[] } }>(
    app,
    '{ enterprises(first: 100) { edges { node { id name certifications { status validFrom validUntil kind { name } } } } } }',
  )
  return the(enterprises.edges.find(({ node }) => node.certifications.some(one => one.status === status)))
    .node
}

export async function kindsOn(app: TestApp, id: string, on: string): Promise<string[]> {
  const { node } = await read<{ node: { countsAs: { name: string }[] } }>(
    app,
    'query ($id: ID!, $on: Date!) { node(id: $id) { ... on Enterprise { countsAs(on: $on) { name } } } }',
    { variables: { id, on } },
  )
  return node.countsAs.map(kind => kind.name)
}

/** Insists that the demo data has what a test is about. */
export function the<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The demo data has no such thing')
  return thing
}

/** The latest event that everybody may see. */
export async function publicEvent(app: TestApp): Promise<{ id: string; title: string }> {
  const { publicEvents } = await read<{ publicEvents: { edges: { node: { id: string; title: string } }[] } }>(
    app,
    '{ publicEvents(first: 1) { edges { node { id title } } } }',
  )
  const [edge] = publicEvents.edges
  if (!edge) throw new Error('No event is public')
  return edge.node
}
