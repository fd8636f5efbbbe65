import type { EntityManager } from '@mikro-orm/postgresql'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import type { LedgerRow } from '../audit/read-ledger.ts'
import { concernedBy, pathOf, type Concerned } from './concerned.ts'
import { noticeRules, type About, type NoticeRule } from './notice-rules.ts'
import { saidInKorean } from './said-in-korean.ts'
import { fillIn } from './template-text.ts'
import { currentWords } from './templates.ts'

export interface NewNotice {
  id: string
  kind: string
  person_id: string
  center_id: string | null
  ledger_id: string
  subject_type: string
  subject_id: string
  subject: string
  body: string
  path: string
  leaves_at: string
}

/** Whoever undoes at the last moment is still being written down then. */
const afterUndoMs = 2_000

/** What a stretch of the ledger has to tell whom, in the words that count now. */
export async function makeNotices(em: EntityManager, entries: readonly LedgerRow[]): Promise<NewNotice[]> {
  const events = new Set(noticeRules.map(({ event }) => event))
  const relevant = entries.filter(({ name }) => events.has(name))
  if (relevant.length === 0) return []
  const wordsOf = await currentWords(em)
  const notices: NewNotice[] = []
  for (const about of new Set(noticeRules.map(rule => rule.about))) {
    const concerned = await concernedByAll(em, about, relevant)
    const names = await namesOf(em, concerned)
    for (const one of concerned)
      for (const rule of noticeRules.filter(rule => rule.about === about && rule.event === one.event))
        for (const [id, name] of recipients(one, rule, names))
          notices.push(noticeOf(one, rule, id, fillIn(wordsOf(rule.kind, one.centerId), valuesOf(one, name))))
  }
  return notices
}

function concernedByAll(
  em: EntityManager,
  about: About,
  entries: readonly LedgerRow[],
): Promise<Concerned[]> {
  const events = new Set(noticeRules.filter(rule => rule.about === about).map(({ event }) => event))
  const ids = entries.filter(({ name }) => events.has(name)).map(({ id }) => id)
  return ids.length === 0 ? Promise.resolve([]) : concernedBy(em, about, ids)
}

/** Who of an audience is told: no colleague of what they have just done themselves. */
function recipients({ people, actorId }: Concerned, { to }: NoticeRule, names: Map<string, string>) {
  const isColleagues = to === 'desk' || to === 'assignee'
  const ids = [...new Set(people[to] ?? [])].filter(id => !isColleagues || id !== actorId)
  return ids.flatMap(id => {
    const name = names.get(id)
    return name === undefined ? [] : [[id, name] as const]
  })
}

const valuesOf = ({ values, center }: Concerned, name: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, saidInKorean(value)])),
  name,
  center: center ?? '판로',
})

function noticeOf(
  concerned: Concerned,
  { kind, path }: NoticeRule,
  personId: string,
  { subject, body }: { subject: string; body: string },
): NewNotice {
  const { centerId, center, ledgerId, subjectType, subjectId, at, undoUntil } = concerned
  const leaves = undoUntil === null ? new Date(at) : new Date(Date.parse(undoUntil) + afterUndoMs)
  return {
    id: newId(),
    kind,
    person_id: personId,
    center_id: centerId,
    ledger_id: ledgerId,
    subject_type: subjectType,
    subject_id: subjectId,
    subject: `[${center ?? '판로'}] ${subject}`,
    body,
    path: pathOf(path, concerned),
    leaves_at: leaves.toISOString(),
  }
}

/** Of everybody concerned who may still sign in. */
async function namesOf(em: EntityManager, concerned: readonly Concerned[]): Promise<Map<string, string>> {
  const ids = new Set(
    concerned.flatMap(({ people }) => Object.values(people).flatMap(people => people ?? [])),
  )
  const rows = await readInside<{ id: string; name: string }[]>(
    em,
    `select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]')::text as json
     from person where id = any($1::uuid[]) and disabled_at is null`,
    [[...ids].filter(Boolean)],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
