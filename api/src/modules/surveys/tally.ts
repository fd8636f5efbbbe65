/** What was asked, and what was answered to it. */
export interface Asked {
  kind: 'single' | 'multiple' | 'scale' | 'text'
  options: readonly string[]
}

export interface Tally {
  /** Who answered this question. */
  n: number
  /** Options in their order; several may be chosen by one person where the question says so. */
  options: { option: string; count: number; percent: number | null }[]
  /** Of a scale: the mean place, to two decimals. */
  mean: number | null
}

/** Percentages are of those who answered the question, and there are none without anybody. */
export function tallyOf({ kind, options }: Asked, answers: readonly (readonly number[])[]): Tally {
  const n = answers.length
  const counted = options.map((option, index) => {
    const count = answers.filter(choices => choices.includes(index + 1)).length
    return { option, count, percent: percentOf(count, n) }
  })
  return { n, options: counted, mean: kind === 'scale' ? meanOf(answers.flat()) : null }
}

/** To one decimal; null of nobody. */
export const percentOf = (count: number, n: number): number | null =>
  n === 0 ? null : Math.round((count * 1000) / n) / 10

const meanOf = (places: readonly number[]) =>
  places.length === 0
    ? null
    : Math.round((places.reduce((sum, place) => sum + place, 0) * 100) / places.length) / 100

/** 교차표에서 n이 이보다 작은 줄은 가립니다: few answers say who gave them. */
export const fewest = 10

export interface CrossRow {
  group: string
  /** Null where it is hidden, and so are its cells. */
  tally: Tally | null
}

/**
 * The same by group. A group of fewer than ten is hidden; were it the only one, its answers could be had by
 * subtraction from the whole, so the next smallest is hidden with it.
 */
export function crossTally(
  asked: Asked,
  answers: readonly { groups: readonly string[]; choices: readonly number[] }[],
): CrossRow[] {
  const groups = [...new Set(answers.flatMap(answer => answer.groups))].toSorted()
  const rows = groups.map(group => ({
    group,
    tally: tallyOf(
      asked,
      answers.filter(answer => answer.groups.includes(group)).map(({ choices }) => choices),
    ),
  }))
  const hidden = new Set(rows.filter(({ tally }) => tally.n < fewest).map(({ group }) => group))
  if (hidden.size === 1) {
    const [next] = rows
      .filter(({ group }) => !hidden.has(group))
      .toSorted((one, other) => one.tally.n - other.tally.n)
    if (next) hidden.add(next.group)
  }
  return rows.map(({ group, tally }) => ({ group, tally: hidden.has(group) ? null : tally }))
}
