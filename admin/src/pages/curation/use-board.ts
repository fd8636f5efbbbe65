import type { CombinedError } from '@urql/core'
import { useClientHandle } from '@urql/vue'
import { computed, reactive, ref, shallowRef } from 'vue'
import { readFragment, type EnumOf, type ResultOf } from '../../api/graphql.ts'
import { readBoard, type BoardRow, type Decided } from './board-rows.ts'
import {
  BoardRowFields,
  CurationChanges,
  CurationFields,
  CurationFigures,
  DecideParticipation,
  UndoCuration,
} from './curation.documents.ts'
import type { State } from '../../parts/participation-words.ts'

const becomes = {
  CONFIRM: 'CONFIRMED',
  WAIT: 'WAITLISTED',
  NOT_SELECT: 'NOT_SELECTED',
} as const satisfies Record<EnumOf<'CurationDecision'>, State>

export interface Asked {
  side: EnumOf<'ParticipationSide'>
  state: State | null
  sort: EnumOf<'ParticipationSort'>
  quota: string | null
}

/** How long another person's change is pointed at. */
const pointedMs = 5_000

/**
 * The board of one event. What somebody presses shows at once and goes to the server in turn; a refusal takes it back
 * and says why. The order stays as it was read, so that nothing moves away from under the hand.
 */
export function useBoard(id: () => string) {
  const { client } = useClientHandle()
  const rows = ref<BoardRow[]>([])
  const figures = shallowRef<ResultOf<typeof CurationFields> | null>()
  const failure = shallowRef<CombinedError>()
  const isLoading = ref(true)
  const waiting = ref(0)
  const savedAt = shallowRef<Date>()
  const isUnsaved = ref(false)
  const newcomers = ref(new Set<string>())
  const tally = reactive({ decided: 0, begunAt: 0 })
  let cursor = '0'
  const missed = new Map<string, ResultOf<typeof BoardRowFields>>()
  let shownSide: Asked['side'] = 'ENTERPRISE'
  let turn: Promise<unknown> = Promise.resolve()

  async function load({ side, state, sort, quota }: Asked) {
    isLoading.value = true
    shownSide = side
    await readFigures()
    const filter = { side, ...(state && { states: [state] }), ...(quota !== null && { quota }) }
    const read = await readBoard(client, { id: id(), filter, sort })
    failure.value = read.error
    if (!read.error) rows.value = read.rows
    newcomers.value = new Set()
    isLoading.value = false
  }

  async function readFigures() {
    const { data, error } = await client.query(
      CurationFigures,
      { id: id() },
      { requestPolicy: 'network-only' },
    )
    if (error) return void (failure.value = error)
    figures.value = readFragment(CurationFields, data?.curation ?? null)
    if (cursor === '0') cursor = figures.value?.cursor ?? '0'
  }

  let refreshing: ReturnType<typeof setTimeout> | undefined
  /** Soon, and once for several decisions in a row. */
  function refreshFigures() {
    clearTimeout(refreshing)
    refreshing = setTimeout(() => void readFigures(), 400)
  }

  const find = (rowId: string) => rows.value.find(row => row.id === rowId)

  /** What the server says of a row; the rank it was read with stays. */
  function take(row: BoardRow, fresh: ResultOf<typeof BoardRowFields>) {
    if (fresh.version >= row.version) Object.assign(row, fresh)
  }

  function decide(row: BoardRow, decided: Decided): void {
    const before = { state: row.state, waitNumber: row.waitNumber }
    row.state = becomes[decided.decision]
    row.waitNumber = null
    row.by = null
    // Whoever insists has been told of the version that came before.
    row.version = Math.max(row.version, row.overtaken?.version ?? 0)
    row.overtaken = null
    row.isOnItsWay = true
    if (tally.begunAt === 0) tally.begunAt = Date.now()
    tally.decided += 1
    void inTurn(() => send(row, before, decided))
  }

  async function send(row: BoardRow, before: Pick<BoardRow, 'state' | 'waitNumber'>, decided: Decided) {
    const { data, error } = await client.mutation(DecideParticipation, {
      id: row.id,
      expectedVersion: row.version,
      ...decided,
    })
    row.isOnItsWay = false
    isUnsaved.value = error !== undefined
    if (data) {
      take(row, readFragment(BoardRowFields, data.decideParticipation))
      savedAt.value = new Date()
      refreshFigures()
      return
    }
    Object.assign(row, before)
    tally.decided -= 1
    const { version, changes } = error?.graphQLErrors[0]?.extensions ?? {}
    if (typeof version === 'number') row.overtaken = { by: nameIn(changes), version, mine: decided }
    else failure.value = error
    await look()
    const meanwhile = missed.get(row.id)
    if (meanwhile) merge(meanwhile)
  }

  /** After what was asked for before: whoever types faster than the line has to wait, not to type again. */
  function inTurn(work: () => Promise<unknown>): Promise<unknown> {
    waiting.value += 1
    turn = turn.then(work).finally(() => (waiting.value -= 1))
    return turn
  }

  /** The rows that are as they were before; none: it was refused, and `failure` says why. */
  async function undo(): Promise<readonly string[]> {
    const done = await inTurn(async () => {
      const { data, error } = await client.mutation(UndoCuration, { id: id() })
      failure.value = error
      await look()
      refreshFigures()
      if (data) tally.decided = Math.max(0, tally.decided - data.undoCuration.length)
      return data?.undoCuration.map(each => each.id) ?? []
    })
    return Array.isArray(done) ? done.map(String) : []
  }

  /** What others have changed since the last look. */
  async function look() {
    const { data } = await client.query(
      CurationChanges,
      { id: id(), since: cursor },
      { requestPolicy: 'network-only' },
    )
    if (!data?.curationChanges) return
    cursor = data.curationChanges.cursor
    const fresh = data.curationChanges.participations.map(each => readFragment(BoardRowFields, each))
    for (const each of fresh) merge(each)
    if (fresh.length > 0) refreshFigures()
  }

  function merge(fresh: ResultOf<typeof BoardRowFields>) {
    const row = find(fresh.id)
    if (!row) return noteNewcomer(fresh)
    if (fresh.version <= row.version) return
    // What is on its way shows until the server has answered to it.
    if (row.isOnItsWay) return void missed.set(row.id, fresh)
    take(row, fresh)
    row.by = fresh.decidedBy?.name ?? null
    setTimeout(() => (row.by = null), pointedMs)
  }

  /** Somebody who has applied since, and would be on this board. */
  function noteNewcomer({ id: newcomer, side, state, decidedBy }: ResultOf<typeof BoardRowFields>) {
    if (side === shownSide && state === 'APPLIED' && decidedBy === null) newcomers.value.add(newcomer)
  }

  return {
    rows,
    figures,
    failure,
    isLoading,
    isSaving: computed(() => waiting.value > 0),
    isUnsaved,
    savedAt,
    newcomers,
    tally,
    load,
    look,
    decide,
    undo,
    settled: () => turn,
  }
}

/** Who was faster, as the refusal tells it. */
function nameIn(changes: unknown): string | null {
  const last: unknown = Array.isArray(changes) ? changes.at(-1) : undefined
  return typeof last === 'object' && last !== null && 'by' in last && typeof last.by === 'string'
    ? last.by
    : null
}
