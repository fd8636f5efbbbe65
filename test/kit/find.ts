import { read } from './ask.ts'

export interface Found {
  ids: string[]
  /** What the engine counts; the ids are held against the rows besides. */
  totalCount: number
  isDegraded: boolean
}

/** Searches as a visitor does. */
export async function find(
  app: { url: string },
  list: 'products' | 'enterprises',
  query: string,
): Promise<Found> {
  const answer = await read<Record<typeof list, Listed>>(
    app,
    `query ($query: String) { ${list}(first: 100, query: $query) { totalCount search { degraded } edges { node { id } } } }`,
    { variables: { query } },
  )
  const { edges, totalCount, search } = answer[list]
  return { ids: edges.map(({ node }) => node.id), totalCount, isDegraded: search?.degraded ?? false }
}

interface Listed {
  totalCount: number
  search: { degraded: boolean } | null
  edges: { node: { id: string } }[]
}

export interface SearchHealth {
  engine: string
  isReady: boolean
  isDegraded: boolean
  documents: number
  lag: number | null
  parked: number | null
}

export async function searchHealth(app: { url: string }): Promise<SearchHealth> {
  const response = await fetch(`${app.url}/health`)
  const { search }: { search: SearchHealth } = await response.json()
  return search
}
