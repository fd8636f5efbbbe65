import type { TestApp } from './app.ts'
import { ask, read } from './ask.ts'
import { addEvent } from './event.ts'
import { newPerson, type TestPerson } from './person.ts'
import { openVetting } from './vetting.ts'

export interface Participation {
  id: string
  version: number
  name: string
  state: string
  reason: string | null
  waitNumber: number | null
  letterSentAt: string | null
  allowedActions: string[]
  hasConflict: boolean
}

const participationFields = 'id version name state reason waitNumber letterSentAt allowedActions hasConflict'

/** A world for choosing who takes part: one centre with staff, an event, and enterprises with people of their own. */
export async function openCuration(app: TestApp) {
  const vetting = await openVetting(app)
  const { sql, center } = vetting
  const call = async (token: string, mutation: string): Promise<Participation> => {
    const answer = await read<Record<string, Participation>>(
      app,
      `mutation { ${mutation} { ${participationFields} } }`,
      { token },
    )
    const [found] = Object.values(answer)
    if (!found) throw new Error(`${mutation} gave nothing`)
    return found
  }
  return {
    ...vetting,
    event: async (given: Partial<Parameters<typeof addEvent>[1]> & { wanted?: number } = {}) => {
      const event = await addEvent(sql, { center, ...given })
      await sql.run('update event set is_public = true, enterprises_wanted = $2 where id = $1', [
        event.key,
        given.wanted ?? null,
      ])
      return event
    },
    setState: (event: { key: string }, state: string) =>
      sql.run('update event set state = $2 where id = $1', [event.key, state]),
    /** An enterprise with somebody of its own. */
    applicant: async (name: string) => {
      const enterprise = await vetting.enterprise({ name, state: 'published' })
      const person = await newPerson(sql, {
        role: 'enterprise',
        enterpriseIds: [enterprise.key],
        name: '김신청',
      })
      return { ...enterprise, name, person }
    },
    apply: (who: { id: string; person: TestPerson }, event: { id: string }, words = '{}') =>
      call(
        who.person.token,
        `applyToEvent(eventId: "${event.id}", enterpriseId: "${who.id}", application: ${words})`,
      ),
    decide: (token: string, { id, version }: Pick<Participation, 'id' | 'version'>, decision: string) =>
      call(token, `decideParticipation(id: "${id}", expectedVersion: ${version}, decision: ${decision})`),
    decline: (token: string, { id, version }: Pick<Participation, 'id' | 'version'>) =>
      call(token, `declineParticipation(id: "${id}", expectedVersion: ${version})`),
    accept: (token: string, { id, version }: Pick<Participation, 'id' | 'version'>) =>
      call(token, `acceptParticipation(id: "${id}", expectedVersion: ${version})`),
    own: async (token: string) =>
      (
        await read<{ ownParticipations: Participation[] }>(
          app,
          `{ ownParticipations { ${participationFields} } }`,
          { token },
        )
      ).ownParticipations,
    list: async (token: string, event: { id: string }, args = '') =>
      (
        await read<{ participations: ParticipationPage }>(
          app,
          `{ participations(first: 100, eventId: "${event.id}"${args}) { totalCount
             edges { rank score fits parts { label value max because } node { ${participationFields} } } } }`,
          { token },
        )
      ).participations,
    send: async (token: string, event: { id: string }, args = 'isDryRun: false') =>
      (
        await read<{ sendLetters: { participations: string[]; shortages: string[] } }>(
          app,
          `mutation { sendLetters(eventId: "${event.id}", ${args}) { participations shortages } }`,
          { token },
        )
      ).sendLetters,
    figures: async (token: string, event: { id: string }) =>
      (
        await read<{ curation: Figures }>(
          app,
          `{ curation(eventId: "${event.id}") { lettersDue cursor enterprises { confirmed waitlisted applied }
             quotas { label have min max isShort isFull } kinds { label count } weights { version items need }
             undoable { count name from to } } }`,
          { token },
        )
      ).curation,
    refused: async (token: string, mutation: string) => {
      const { errors } = await ask(app, `mutation { ${mutation} { __typename } }`, { token })
      if (!errors?.[0]) throw new Error(`Nothing was refused: ${mutation}`)
      return errors[0].extensions
    },
  }
}

export type CurationWorld = Awaited<ReturnType<typeof openCuration>>

interface ParticipationPage {
  totalCount: number
  edges: {
    rank: number
    score: number
    fits: string[]
    parts: { label: string; value: number; max: number; because: string }[]
    node: Participation
  }[]
}

interface Figures {
  lettersDue: number
  cursor: string
  enterprises: { confirmed: number; waitlisted: number; applied: number }
  quotas: {
    label: string
    have: number
    min: number | null
    max: number | null
    isShort: boolean
    isFull: boolean
  }[]
  kinds: { label: string; count: number }[]
  weights: { version: number; items: number; need: number }
  undoable: { count: number; name: string; from: string; to: string }[]
}
