import type { ResultOf } from '../../api/graphql.ts'
import { enterprisePath, productPath } from '../../paths.ts'
import type { Comparison } from './compare.documents.ts'
import { enterpriseRows } from './enterprise-rows.ts'
import { productRows } from './product-rows.ts'
import { compared, type ComparedRow } from './rows.ts'

type Answer = ResultOf<typeof Comparison>['nodes']

/** A column of the table: a thing, or the word that it cannot stand here. */
export type Column = { id: string } & (
  | { state: 'shown' | 'withdrawn'; name: string; to: string; from: { name: string; to: string } | null }
  | { state: 'absent' | 'otherKind' }
)

/** All columns hold things of one kind: that of the first that still exists. */
export function comparisonOf(
  ids: readonly string[],
  nodes: Answer,
): { columns: Column[]; rows: ComparedRow[] } {
  const kind = nodes.find(node => node?.type === 'Product' || node?.type === 'Enterprise')?.type
  const columns = ids.map((id, index) => columnOf(id, nodes[index] ?? null, kind))
  return { columns, rows: rowsOf(nodes, kind) }
}

function columnOf(id: string, node: Answer[number], kind: string | undefined): Column {
  if (node === null) return { id, state: 'absent' }
  if (node.type !== kind) return { id, state: 'otherKind' }
  if (node.type === 'Enterprise')
    return { id, state: 'shown', name: node.name, to: enterprisePath(id), from: null }
  if (node.type !== 'Product') return { id, state: 'absent' }
  return {
    id,
    state: node.state === 'WITHDRAWN' ? 'withdrawn' : 'shown',
    name: node.name,
    to: productPath(id),
    from: { name: node.enterprise.name, to: enterprisePath(node.enterprise.id) },
  }
}

function rowsOf(nodes: Answer, kind: string | undefined): ComparedRow[] {
  if (kind === 'Enterprise')
    return compared(
      enterpriseRows,
      nodes.map(node => (node?.type === 'Enterprise' ? node : null)),
    )
  return compared(
    productRows,
    nodes.map(node => (node?.type === 'Product' ? node : null)),
  )
}
