import type { Change, Plan, Source } from './plan/plan.ts'

export type Noun =
  | 'enterprise'
  | 'certification'
  | 'product'
  | 'category'
  | 'planned_purchase'
  | 'participation'
type Value = string | number | boolean | null
export type Fields = Record<string, Value>

/** What a line does to one thing: the fields that differ, as they were and as they will be. */
export interface LineChange {
  noun: Noun
  id: string
  /** Of the thing once the change is made; a thing with another one has been changed since. Null where none is kept. */
  version: number | null
  /** Null: the line makes the thing. */
  before: Fields | null
  after: Fields | null
  /** Only told, not done: a cancellation that a person has to review. */
  isNotice?: true
}

interface PlacedChange extends Source {
  key: string
  change: LineChange
}

/** What people see of each noun; ids and versions are none of it. */
const shown = {
  enterprise: ['businessNumber', 'name', 'regionCode', 'address', 'homepage', 'summary'],
  certification: [
    ...['kind', 'number', 'purposeType', 'issuer', 'issuedOn', 'validFrom', 'validUntil'],
    ...['cancelledOn', 'returnedOn', 'hasUnknownDates'],
  ],
  product: ['externalId', 'name', 'price', 'spec'],
  category: ['code', 'name', 'nameEn'],
  planned_purchase: ['department', 'item', 'category', 'won', 'month', 'budgetLine', 'visibility'],
  participation: ['party', 'onDay', 'items', 'category', 'wished'],
} as const satisfies Record<Noun, readonly string[]>

/** The fields of a thing that hold something. */
export function fieldsOf(noun: Noun, thing: object): Fields {
  const names: readonly string[] = shown[noun]
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([name, value]) => names.includes(name) && value !== null && value !== false,
    ),
  )
}

/** Everything that a plan does, by the line that does it. */
export function lineChanges(plan: Plan): PlacedChange[] {
  const superseded = new Set(plan.superseded.map(({ id }) => id))
  return [
    ...changesTo(plan, 'enterprise', plan.enterprises, ({ id }) => ({ id, of: id })),
    ...changesTo(plan, 'certification', plan.certifications, ({ id, enterpriseId: of }) => ({
      ...{ id, of, isBumped: superseded.has(id) },
    })),
    ...supersedings(plan),
    ...changesTo(plan, 'product', plan.products, ({ id, enterpriseId: of }) => ({ id, of })),
    ...changesTo(plan, 'category', plan.categories, ({ code }) => ({ id: code, of: code })),
    ...notices(plan),
  ]
}

interface Named {
  id: string
  /** The enterprise it belongs to. */
  of: string
  /** Whether something else in the same plan changes it as well. */
  isBumped?: boolean
}

function changesTo<T extends object & { version?: number }>(
  plan: Plan,
  noun: Noun,
  { created, changed }: { created: T[]; changed: Change<T>[] },
  named: (thing: T) => Named,
): PlacedChange[] {
  const placed = (thing: T, { before, after }: Pick<LineChange, 'before' | 'after'>): PlacedChange[] => {
    const { id, of, isBumped = false } = named(thing)
    const source = plan.sources.get(id)
    if (source === undefined) return []
    const bumps = (before === null ? 0 : 1) + (isBumped ? 1 : 0)
    const version = thing.version === undefined ? null : thing.version + bumps
    return [{ ...source, key: labelOf(plan, of), change: { noun, id, version, before, after } }]
  }
  return [
    ...created.flatMap(thing => placed(thing, { before: null, after: fieldsOf(noun, thing) })),
    ...changed.flatMap(change => placed(change.after, differing(noun, change))),
  ]
}

/** That something came after it stands in the line of what came; new ones that the same file renews say nothing of it. */
function supersedings(plan: Plan): PlacedChange[] {
  const made = new Map(plan.certifications.created.map(thing => [thing.id, thing]))
  const changed = new Set(plan.certifications.changed.map(({ before }) => before.id))
  return plan.superseded.flatMap(({ id, byId, version }) => {
    const later = made.get(byId)
    const source = plan.sources.get(byId)
    if (later === undefined || source === undefined || made.has(id)) return []
    const supersededBy = [later.number, later.validFrom].filter(Boolean).join(' ')
    const change: LineChange = {
      ...{ noun: 'certification', id, version: version + (changed.has(id) ? 2 : 1) },
      ...{ before: { supersededBy: null }, after: { supersededBy } },
    }
    return [{ ...source, key: labelOf(plan, later.enterpriseId), change }]
  })
}

const notices = (plan: Plan): PlacedChange[] =>
  plan.endings.map(({ certificationId: id, enterpriseId, how, on, sheet, row }) => {
    const field = how === 'cancelled' ? 'cancelledOn' : 'returnedOn'
    const told = { before: { [field]: null }, after: { [field]: on } }
    const change: LineChange = { noun: 'certification', id, version: null, ...told, isNotice: true }
    return { sheet, row, key: labelOf(plan, enterpriseId), change }
  })

function differing<T extends object>(noun: Noun, { before, after }: Change<T>) {
  const names: readonly string[] = shown[noun]
  const old = new Map<string, Value>(Object.entries(before))
  const fields = Object.entries(after).filter(
    ([name, value]) => names.includes(name) && old.get(name) !== value,
  )
  return {
    before: Object.fromEntries(fields.map(([name]) => [name, old.get(name) ?? null])),
    after: Object.fromEntries(fields),
  }
}

function labelOf({ names }: Plan, id: string): string {
  const enterprise = names.get(id)
  return enterprise ? `${enterprise.name} (${enterprise.businessNumber})` : id
}
