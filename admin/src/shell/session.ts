import type { CombinedError } from '@urql/core'
import { computed, shallowRef } from 'vue'
import { answeredAt, isSignInAsked } from '../api/activity.ts'
import { client } from '../api/client.ts'
import type { EnumOf, ResultOf } from '../api/graphql.ts'
import { forgetDrafts } from '../drafts.ts'
import { homePath } from '../paths.ts'
import { keepDisplay } from './display.ts'
import { ExtendSession, SignInAsDemo, SignOut, Viewer } from './session.document.ts'

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
  /** When the session ends by itself if nothing more is asked; null for a visitor. */
  endsAt: computed(endOf),
})

function endOf(): number | null {
  const current = answer.value?.viewer?.sessions.find(({ isCurrent }) => isCurrent)
  if (!current) return null
  return Math.min(Date.parse(current.expiresAt), answeredAt.value + current.idleSeconds * 1000)
}

/** Signs in and goes on; returns why not. */
export async function signInAsDemo(role: Role, next: string): Promise<CombinedError | undefined> {
  const { error } = await client.mutation(SignInAsDemo, { role })
  if (!error) startAnew(next)
  return error
}

export async function signOut(): Promise<CombinedError | undefined> {
  const { error } = await client.mutation(SignOut, {})
  if (!error) {
    forgetDrafts()
    keepDisplay()
    startAnew(homePath)
  }
  return error
}

/** Keeps the session alive; returns why not. */
export async function extendSession(): Promise<CombinedError | undefined> {
  const { error } = await client.mutation(ExtendSession, {})
  return error
}

/** Somebody has signed in over an open page: who was here before goes on, with all that is typed; anybody else begins anew. */
export async function goOn(personId: string): Promise<void> {
  if (answer.value?.viewer && answer.value.viewer.id !== personId) return startAnew(homePath)
  isSignInAsked.value = false
  await followSession()
}

/** Another person: nothing of what the one before has seen may stay in memory, so the pages begin anew. */
export const startAnew = (path: string) => location.assign(path)
