import type { EnumOf, VariablesOf } from '../../api/graphql.ts'
import type { AddClaim } from './report.documents.ts'

type ClaimInput = VariablesOf<typeof AddClaim>['claim']
export type ClaimKind = EnumOf<'ClaimKind'>

/** A published figure as it stands in the fields: parts one a line, a name and its figure. */
export interface ClaimTyped {
  kind: ClaimKind
  about: string
  label: string
  value: string
  parts: string
  source: string
  publishedOn: string
}

export const blankClaim: ClaimTyped = {
  kind: 'COUNT',
  about: '',
  label: '',
  value: '',
  parts: '',
  source: '',
  publishedOn: '',
}

/** "사회적기업 146" is a part of that name; "45.9%" alone has none. */
function readPart(line: string): { name: string; figure: string } {
  const [, name = '', figure = line] = /^(.*?)[\s:]*([\d.,]+\s*%?)$/.exec(line.trim()) ?? []
  return { name: name.trim(), figure: figure.trim() }
}

export function claimOf(typed: ClaimTyped): ClaimInput {
  const parts = typed.parts.split('\n').flatMap(line => (line.trim() === '' ? [] : readPart(line)))
  const hasNames = parts.some(({ name }) => name !== '')
  return {
    kind: typed.kind,
    about: typed.about || null,
    label: typed.label,
    value: typed.value.trim() || null,
    parts: parts.map(({ figure }) => figure),
    partLabels: hasNames ? parts.map(({ name, figure }) => name || figure) : [],
    source: typed.source,
    publishedOn: typed.publishedOn || null,
  }
}

/** Fields as they were kept while they were typed; null for anything else. */
export function recalledClaim(text: string): ClaimTyped | null {
  if (text === '') return null
  const typed: unknown = JSON.parse(text)
  return isTyped(typed) ? typed : null
}

const isTyped = (typed: unknown): typed is ClaimTyped =>
  typeof typed === 'object' && typed !== null && Object.keys(blankClaim).every(key => key in typed)
