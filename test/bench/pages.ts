import { isDeepStrictEqual } from 'node:util'
import type { Contestant } from './contestants.ts'
import { pageQuery } from './page.ts'

export const bodyOf = (after: string | null) => JSON.stringify({ query: pageQuery, variables: { after } })

interface Page {
  data: { products: { edges: unknown[]; pageInfo: { endCursor: string | null } } }
}

async function fetchPage({ url }: Contestant, after: string | null): Promise<Page> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(after),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** The cursors of so many pages, from the first one on. */
export async function collectPages(side: Contestant, count: number): Promise<(string | null)[]> {
  const cursors: (string | null)[] = [null]
  while (cursors.length < count) {
    const { data } = await fetchPage(side, cursors.at(-1) ?? null)
    const { endCursor } = data.products.pageInfo
    if (endCursor === null) break
    cursors.push(endCursor)
  }
  return cursors
}

/** Cursors may be spelled differently, as long as each side goes on from its own; everything else must be equal. */
export async function isSameAnswer(a: Contestant, b: Contestant, after: string | null): Promise<boolean> {
  const [left, right] = await Promise.all([fetchPage(a, after), fetchPage(b, after)])
  return (
    isDeepStrictEqual(withoutCursors(left), withoutCursors(right)) && left.data.products.edges.length === 20
  )
}

const withoutCursors = (page: Page): unknown =>
  JSON.parse(JSON.stringify(page), (key, value) =>
    key === 'cursor' || key === 'endCursor' ? typeof value : value,
  )
