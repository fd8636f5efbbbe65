import { shallowRef, watch } from 'vue'
import { client } from '../../api/client.ts'
import type { ResultOf } from '../../api/graphql.ts'
import { FindArrivals } from './day.documents.ts'

export type Party = ResultOf<typeof FindArrivals>['arrivals'][number]

/** Who takes part in a day, at hand for when there is no network; it is in no storage of the device. */
export function useParties(dayId: () => string | undefined) {
  const parties = shallowRef<readonly Party[]>([])

  async function read() {
    const day = dayId()
    if (day === undefined) return
    const { data } = await client.query(FindArrivals, { dayId: day }, { requestPolicy: 'network-only' })
    if (data) parties.value = data.arrivals
  }
  watch(dayId, read, { immediate: true })

  return {
    parties,
    read,
    /** By part of a name, as far as that is known here. */
    find: (words: string) =>
      parties.value
        .filter(({ name, attendee }) =>
          `${name} ${attendee ?? ''}`.toLowerCase().includes(words.toLowerCase()),
        )
        .slice(0, 20),
    nameOf: (participationId: string) =>
      parties.value.find(party => party.participationId === participationId)?.name ?? '',
  }
}
