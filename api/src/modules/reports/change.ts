import type { Figure } from './figure.ts'

/** 전회 대비 — both figures and what one is of the other; derived, never typed. */
export interface Change {
  key: string
  label: string
  unit: string
  current: number
  previous: number
  /** In percent, to one decimal; null when there is nothing to divide by. */
  ratio: number | null
  formula: string
}

const compared = ['enterprises', 'institutions', 'departments', 'officers', 'held', 'consulted_won']

export function changesOf(current: readonly Figure[], previous: readonly Figure[]): Change[] {
  return compared.flatMap(key => {
    const now = current.find(figure => figure.key === key)
    const before = previous.find(figure => figure.key === key)
    if (!now || !before) return []
    const { label, unit, value } = now
    return [{ key, label, unit, current: value, previous: before.value, ...ratioOf(value, before.value) }]
  })
}

export function ratioOf(current: number, previous: number): { ratio: number | null; formula: string } {
  if (previous === 0) return { ratio: null, formula: `전회가 0이어서 나눌 수 없습니다.` }
  const ratio = Math.round((current * 1000) / previous) / 10
  return { ratio, formula: `${current} ÷ ${previous} × 100 = ${ratio.toFixed(1)} %` }
}
