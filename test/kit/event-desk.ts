import type { TestApp } from './app.ts'
import { read, refusal } from './ask.ts'

interface SlotData {
  id: string
  session: string
  from: string
  until: string
  startsAt: string
}

/** An event as the desk that plans it looks at it. */
export interface EventData {
  id: string
  version: number
  edition: number
  title: string
  year: number
  state: string
  kind: string
  host: string | null
  venue: string | null
  applyUntil: string | null
  wishesUntil: string | null
  firstDay: string | null
  lastDay: string | null
  enterprisesWanted: number | null
  series: { id: string; name: string; nextEdition: number }
  rounds: {
    id: string
    number: number
    title: string
    theme: string | null
    isOnline: boolean
    travelMinutes: number
    days: { id: string; onDate: string; slots: SlotData[]; programme: { title: string }[] }[]
  }[]
  places: {
    id: string
    name: string
    kind: string
    area: string | null
    link: string | null
    capacity: number
    takesWalkIns: boolean
    slotCapacities: { slot: string; capacity: number }[]
    round: { id: string } | null
  }[]
  programme: { onDate: string; from: string; until: string; title: string; place: string | null }[]
  quotas: {
    what: string
    value: string | null
    name: string | null
    minimum: number | null
    maximum: number | null
  }[]
  groups: { id: string; name: string; note: string | null }[]
  readiness: { code: string; count: number; blocks: string[] }[]
  allowedActions: string[]
  blockedActions: { action: string; lacks: { code: string }[] }[]
}

const eventFields = `id version edition title year state kind host venue applyUntil wishesUntil firstDay lastDay
  enterprisesWanted series { id name nextEdition }
  rounds { id number title theme isOnline travelMinutes
    days { id onDate slots { id session from until startsAt } programme { title } } }
  places { id name kind area link capacity takesWalkIns slotCapacities { slot capacity } round { id } }
  programme { onDate from until title place } quotas { what value name minimum maximum } groups { id name note }
  readiness { code count blocks } allowedActions blockedActions { action lacks { code } }`

type Variables = Record<string, unknown>

const types: Record<string, string> = {
  input: 'NewEventInput!',
  copy: 'CopyEventInput!',
  changes: 'EventChanges!',
  placeChanges: 'PlaceChanges!',
  rounds: '[EventRoundInput!]!',
  items: '[ProgrammeItemInput!]!',
  quotas: '[EventQuotaInput!]!',
  groups: '[ParticipantGroupInput!]!',
  places: '[ID!]!',
  slots: '[ID!]!',
  newPlaces: 'NewPlacesInput!',
  id: 'ID!',
  round: 'ID!',
  day: 'ID!',
  on: 'Date!',
  from: 'String!',
  until: 'String!',
  lunchFrom: 'String',
  lunchUntil: 'String',
  slotMinutes: 'Int',
  gapMinutes: 'Int',
  capacity: 'Int',
  isConfirmed: 'Boolean',
  expectedVersion: 'Int!',
  step: 'EventStep!',
  reason: 'String',
}
/** Where a variable of ours goes under another name. */
const argument: Record<string, string> = { copy: 'input', placeChanges: 'changes', newPlaces: 'places' }

/** What a desk does with events, by way of the API. */
export function eventDesk(app: Pick<TestApp, 'url'>, token: string) {
  const documentOf = (name: string, variables: Variables) => {
    const names = Object.keys(variables)
    const declared = names.map(each => `$${each}: ${types[each] ?? ''}`).join(', ')
    const given = names.map(each => `${argument[each] ?? each}: $${each}`).join(', ')
    return `mutation (${declared}) { ${name}(${given}) { ${eventFields} } }`
  }
  return {
    token,
    act: async (name: string, variables: Variables): Promise<EventData> => {
      const answer = await read<Record<string, EventData>>(app, documentOf(name, variables), {
        token,
        variables,
      })
      const event = answer[name]
      if (!event) throw new Error(`${name} gave nothing`)
      return event
    },
    refused: (name: string, variables: Variables) =>
      refusal(app, documentOf(name, variables), { token, variables }),
    read: async (id: string): Promise<EventData | null> =>
      (await read<{ event: EventData | null }>(app, `{ event(id: "${id}") { ${eventFields} } }`, { token }))
        .event,
  }
}

export type EventDesk = ReturnType<typeof eventDesk>
