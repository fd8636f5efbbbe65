import type { ItemForm, SetForm } from './set-form.ts'

export interface FieldDiff<Name extends string> {
  name: Name
  before: string
  after: string
}

export type ItemField = Exclude<keyof ItemForm, 'key' | 'place'>
export type GeneralField = Exclude<keyof SetForm, 'basedOn' | 'items'>

export interface SetDiff {
  general: FieldDiff<GeneralField>[]
  added: { number: number; text: string }[]
  removed: { number: number; text: string }[]
  changed: { number: number; text: string; fields: FieldDiff<ItemField>[] }[]
  /** Those that both have and whose order among each other is another one. */
  moved: { from: number; to: number; text: string }[]
}

/** What differs between two versions of a set; a requirement is the same one when its key is. */
export function diffOf(before: SetForm, after: SetForm): SetDiff {
  const numbered = (form: SetForm) => form.items.map((item, index) => ({ item, number: index + 1 }))
  const olds = numbered(before)
  const news = numbered(after)
  const oldOf = new Map(olds.map(each => [each.item.key, each]))
  const newKeys = new Set(news.map(({ item }) => item.key))
  const both = news.flatMap(each => {
    const old = each.item.key === null ? undefined : oldOf.get(each.item.key)
    return old ? [{ old, now: each }] : []
  })
  const oldOrder = olds.filter(({ item }) => newKeys.has(item.key)).map(({ item }) => item.key)
  return {
    general: fieldsBetween(before, after, generalFields),
    added: news.filter(({ item }) => item.key === null || !oldOf.has(item.key)).map(named),
    removed: olds.filter(({ item }) => !newKeys.has(item.key)).map(named),
    changed: both.flatMap(({ old, now }) => {
      const fields = fieldsBetween(old.item, now.item, itemFields)
      return fields.length > 0 ? [{ ...named(now), fields }] : []
    }),
    moved: both.flatMap(({ old, now }, index) =>
      oldOrder[index] === now.item.key ? [] : [{ from: old.number, to: now.number, text: now.item.text }],
    ),
  }
}

export const isSame = ({ general, added, removed, changed, moved }: SetDiff): boolean =>
  [general, added, removed, changed, moved].every(list => list.length === 0)

const generalFields = [
  'title',
  'purpose',
  'kind',
  'openUntil',
  'needsTwo',
  'reviewDays',
  'returnDays',
] as const satisfies readonly GeneralField[]

const itemFields = [
  ...(['kind', 'text', 'guidance', 'isRequired', 'weight'] as const),
  ...(['lawName', 'lawArticle', 'lawFrom', 'lawUrl'] as const),
  ...(['certificationKinds', 'through', 'daysAhead', 'count', 'years', 'confirmed'] as const),
] satisfies readonly ItemField[]

function fieldsBetween<Name extends string>(
  before: Record<Name, unknown>,
  after: Record<Name, unknown>,
  names: readonly Name[],
): FieldDiff<Name>[] {
  return names
    .map(name => ({ name, before: textOf(before[name]), after: textOf(after[name]) }))
    .filter(field => field.before !== field.after)
}

const textOf = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value))

const named = ({ item: { text }, number }: { item: ItemForm; number: number }) => ({ number, text })
