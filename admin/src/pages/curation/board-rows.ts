import type { Client, OperationResult } from '@urql/core'
import { readFragment, type EnumOf, type ResultOf, type VariablesOf } from '../../api/graphql.ts'
import { BoardRowFields, CurationBoard } from './curation.documents.ts'

type Fields = ResultOf<typeof BoardRowFields>
type Edge = ResultOf<typeof CurationBoard>['participations']['edges'][number]

/** A participation on the board: what the server says, and what is on its way there. */
export interface BoardRow extends Fields {
  rank: number
  score: number
  fits: Edge['fits']
  parts: Edge['parts']
  /** Somebody else has just changed it. */
  by: string | null
  /** Decided differently meanwhile: by whom, and what. */
  overtaken: Overtaken | null
  isOnItsWay: boolean
}

interface Overtaken {
  by: string | null
  version: number
  mine: Decided
}

export interface Decided {
  decision: EnumOf<'CurationDecision'>
  reasonCode: EnumOf<'NotSelectedReason'> | null
  reason: string | null
}

const rowOf = ({ rank, score, fits, parts, node }: Edge): BoardRow => ({
  ...readFragment(BoardRowFields, node),
  rank,
  score,
  fits,
  parts,
  by: null,
  overtaken: null,
  isOnItsWay: false,
})

type Asking = Omit<VariablesOf<typeof CurationBoard>, 'after'>

/** Everybody that a filter leaves, page by page: a board is walked as a whole. */
export async function readBoard(client: Client, asked: Asking) {
  const rows: BoardRow[] = []
  let after: string | null = null
  for (;;) {
    const { data, error } = await readPage(client, asked, after)
    if (!data) return { rows, error }
    rows.push(...data.participations.edges.map(rowOf))
    const { hasNextPage, endCursor } = data.participations.pageInfo
    if (!hasNextPage || endCursor === null) return { rows, error: undefined }
    after = endCursor
  }
}

const readPage = (
  client: Client,
  asked: Asking,
  after: string | null,
): Promise<OperationResult<ResultOf<typeof CurationBoard>>> =>
  client.query(CurationBoard, { ...asked, after }, { requestPolicy: 'network-only' }).toPromise()
