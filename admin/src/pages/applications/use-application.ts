import { useMutation, useQuery } from '@urql/vue'
import type { CombinedError } from '@urql/core'
import { computed, shallowRef } from 'vue'
import { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from '../../api/graphql.ts'
import {
  AnswerRequirement,
  ApplicationById,
  ApplicationFields,
  AttachEvidence,
  DetachEvidence,
  SubmitApplication,
} from './applications.documents.ts'
import { staleness, touchesItem } from './staleness.ts'

export type ApplicationData = ResultOf<typeof ApplicationFields>
export type ItemData = ApplicationData['items'][number]
type Answer = VariablesOf<typeof AnswerRequirement>['answer']

export interface FileChange {
  fileId: string
  isAttached: boolean
}

/** What became of a change. `merged`: somebody else has changed something else meanwhile. */
export type Outcome =
  | { kind: 'saved' | 'merged' }
  | { kind: 'overtaken'; at: string | null }
  | { kind: 'failed'; error: CombinedError }

/** An application, and what is done to it: one change at a time, each on the version that the one before has left. */
export function useApplication(id: string) {
  const { data, error, executeQuery } = useQuery({ query: ApplicationById, variables: { id } })
  const { executeMutation: answerOnce } = useMutation(AnswerRequirement)
  const { executeMutation: attachOnce } = useMutation(AttachEvidence)
  const { executeMutation: detachOnce } = useMutation(DetachEvidence)
  const { executeMutation: submitOnce } = useMutation(SubmitApplication)
  /** What the last change has left, until the page has been asked for again. */
  const changed = shallowRef<ApplicationData>()

  const application = computed(() => {
    const asked = readFragment(ApplicationFields, data.value?.application)
    const mine = changed.value
    return mine && mine.version > (asked?.version ?? 0) ? mine : asked
  })
  const version = () => application.value?.version ?? 0
  const again = () => executeQuery({ requestPolicy: 'network-only' })

  let last: Promise<unknown> = Promise.resolve()
  function inTurn(work: () => Promise<Outcome>): Promise<Outcome> {
    const turn = last.then(work)
    last = turn
    return turn
  }

  function take(answer: FragmentOf<typeof ApplicationFields> | undefined): Outcome {
    changed.value = readFragment(ApplicationFields, answer)
    return { kind: 'saved' }
  }

  async function send(number: number, answer: Answer, expectedVersion: number) {
    const result = await answerOnce({ id, number, answer, expectedVersion })
    return { error: result.error, answer: result.data?.answerRequirement }
  }

  async function file(number: number, change: FileChange, expectedVersion: number) {
    const { fileId } = change
    if (change.isAttached) {
      const { error, data } = await attachOnce({ id, number, fileId, expectedVersion })
      return { error, answer: data?.attachEvidence }
    }
    const { error, data } = await detachOnce({ id, number, fileId, expectedVersion })
    return { error, answer: data?.detachEvidence }
  }

  const save = (number: number, answer: Answer) =>
    change(number, expectedVersion => send(number, answer, expectedVersion))

  /** 서류 — a document is the answer, or no longer. */
  const attach = (number: number, changed: FileChange) =>
    change(number, expectedVersion => file(number, changed, expectedVersion))

  const change = (number: number, sendAt: (expectedVersion: number) => ReturnType<typeof send>) =>
    inTurn(async (): Promise<Outcome> => {
      const first = await sendAt(version())
      if (!first.error) return take(first.answer)
      const stale = staleness(first.error)
      if (!stale) return { kind: 'failed', error: first.error }
      if (touchesItem(stale, number)) {
        await again()
        return { kind: 'overtaken', at: stale.changes.at(-1)?.at ?? null }
      }
      // What somebody else has changed is something else: both changes are wanted.
      const second = await sendAt(stale.version)
      if (second.error) return { kind: 'failed', error: second.error }
      take(second.answer)
      return { kind: 'merged' }
    })

  const submit = () =>
    inTurn(async (): Promise<Outcome> => {
      const result = await submitOnce({ id, expectedVersion: version() })
      if (!result.error) return take(result.data?.submitApplication)
      const stale = staleness(result.error)
      if (!stale) return { kind: 'failed', error: result.error }
      // Nobody hands in what they have not seen.
      await again()
      return { kind: 'overtaken', at: stale.changes.at(-1)?.at ?? null }
    })

  return { application, data, error, again, save, attach, submit }
}
