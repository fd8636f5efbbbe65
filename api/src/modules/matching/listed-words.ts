/** What a list says of somebody: what a buyer looks for, or what an enterprise brings and of which sort. */
export interface ListedWords {
  participation: string
  items: string | null
  category: string | null
}

/** SQL for the words of the lists of the event `$1`, as `ListedWords`. */
export const listedSql = `
  select coalesce(json_agg(json_build_object('participation', l.participation_id, 'items', l.items,
      'category', l.category) order by l.side, l.position), '[]')
  from listed_participant l where l.event_id = $1::uuid and coalesce(l.items, l.category) is not null`

/** Words that both lists use: of an item, or only of its sort. */
export interface SharedWords {
  wanted: string
  offered: string
  isItem: boolean
}

interface Side {
  items: string[]
  categories: string[]
}

/** For each pair the words they share, the more particular first. */
export function sharedWords(
  listed: readonly ListedWords[],
): (enterprise: string, department: string) => SharedWords | null {
  const sides = new Map<string, Side>()
  for (const { participation, items, category } of listed) {
    const side = sides.get(participation) ?? { items: [], categories: [] }
    side.items.push(...wordsIn(items))
    side.categories.push(...wordsIn(category))
    sides.set(participation, side)
  }
  return (enterprise, department) => {
    const brings = sides.get(enterprise)
    const wants = sides.get(department)
    if (!brings || !wants) return null
    const item = together(wants.items, brings.items)
    if (item) return { ...item, isItem: true }
    const sort = together(wants.items, brings.categories)
    return sort && { ...sort, isItem: false }
  }
}

/** One of two words holds the other, as people write 토너 and 재생 토너. */
function together(wanted: readonly string[], offered: readonly string[]) {
  for (const one of wanted)
    for (const other of offered) {
      const [a, b] = [plain(one), plain(other)]
      if (a.includes(b) || b.includes(a)) return { wanted: one, offered: other }
    }
  return null
}

const plain = (word: string) => word.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** What stands between commas and slashes; what stands in brackets is a remark, and one letter says nothing. */
const wordsIn = (text: string | null): string[] =>
  (text ?? '')
    .replaceAll(/[([（［][^)\]）］]*[)\]）］]/g, ' ')
    .split(/[,/\n;·]/)
    .map(word => word.trim())
    .filter(word => word.length > 1)
