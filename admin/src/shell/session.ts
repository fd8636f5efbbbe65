import type { CombinedError } from '@urql/core'
import { computed, shallowRef } from 'vue'
import { client } from '../api/client.ts'
import type { EnumOf, ResultOf } from '../api/graphql.ts'
import { homePath } from '../paths.ts'
import { SignInAsDemo, SignOut, Viewer } from './session.document.ts'

export type Role = EnumOf<'Role'>
type Answer = ResultOf<typeof Viewer>

/** Undefined until the server has said who is signed in. */
const answer = shallowRef<Answer>()

/** Asks who is signed in; once, when the pages begin. */
export async function followSession(): Promise<void> {
  const { data } = await client.query(Viewer, {}, { requestPolicy: 'network-only' })
  // No answer: the pages stay those of a visitor, and say themselves that they could not be loaded.
  answer.value = data ?? { viewer: null, demoRoles: [] }
}

/** 세션 — who is signed in. The same for every part of every page. */
export const useSession = () => ({
  /** The person; null for a visitor, and while it is not known. */
  viewer: computed(() => answer.value?.viewer ?? null),
  isKnown: computed(() => answer.value !== undefined),
  demoRoles: computed(() => answer.value?.demoRoles ?? []),
})

/** Signs in and goes on; returns why not. */
export async function signInAsDemo(role: Role, next: string): Promise<CombinedError | undefined> {
  const { error } = await client.mutation(SignInAsDemo, { role })
  if (!error) startAnew(next)
  return error
}

export async function signOut(): Promise<CombinedError | undefined> {
  const { error } = await client.mutation(SignOut, {})
  if (!error) startAnew(homePath)
  return error
}

/** Another person: nothing of what the one before has seen may stay in memory, so the pages begin anew. */
const startAnew = (path: string) => location.assign(path)
