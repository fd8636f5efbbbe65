import type { ResultOf } from '../../api/graphql.ts'
import type { EventSetup } from './setup.documents.ts'

export type SetupData = ResultOf<typeof EventSetup>
export type EventData = NonNullable<SetupData['event']>
export type RoundData = EventData['rounds'][number]
export type DayData = RoundData['days'][number]
export type PlaceData = EventData['places'][number]
