import { useMutation } from '@urql/vue'
import { RevealContact } from './reveal.document.ts'
import type { Revealed } from './revealed.ts'

/** 담당자 열람 — asks for a contact of an enterprise. */
export function useRevealContact() {
  const { executeMutation } = useMutation(RevealContact)
  return async (id: string, reason: string): Promise<Revealed> => {
    const { data, error } = await executeMutation({ id, reason })
    return { person: data?.revealContact, error }
  }
}
