import { validitySql } from '../certifications/certification.shape.ts'
import type { Day } from '../../platform/day.ts'
import type { Reason } from './match.entity.ts'
import { wonInWords } from './won-in-words.ts'

/** 계약 규정 — dated data: what an amount and a certification may make worth a look, by which article, read where. */
export interface ContractRule {
  lawOf: 'local' | 'national'
  title: string
  kinds: string[]
  above: number | null
  most: number | null
  condition: string | null
  law: string
  from: Day | null
  source: string
  asOf: Day
}

/** Rules in force on `$2`, the most particular first, as `ContractRule`. */
export const rulesSql = `
  select coalesce(json_agg(json_build_object('lawOf', r.law_of, 'title', r.title, 'kinds', r.kind_codes,
      'above', r.above_won, 'most', r.most_won, 'condition', r.condition, 'law', r.law, 'from', r.valid_from,
      'source', r.source, 'asOf', r.as_of) order by r.position), '[]')
  from contract_rule r
  where coalesce(r.valid_from <= $2::date, true) and coalesce(r.valid_until >= $2::date, true)`

/** What the enterprises of the event `$1` are certified as on `$2`. */
export const heldKindsSql = `
  select coalesce(json_object_agg(k.id, k.kinds), '{}') from (
    select p.id, json_agg(distinct c.kind_code) as kinds
    from participation p join certification c on c.enterprise_id = p.enterprise_id
    where p.event_id = $1::uuid and p.state = 'confirmed' and ${validitySql('c', '$2::date')} = 'valid'
    group by p.id) k`

/** At most one hint of each law: which of the two a body goes by is not ours to say. Chooses nothing, so weighs nothing. */
export function contractHints(
  item: { name: string; won: number | null } | null,
  held: readonly string[],
  rules: readonly ContractRule[],
): Reason[] {
  const won = item?.won ?? null
  if (item === null || won === null) return []
  const fitting = rules.filter(rule => fits(rule, won, held))
  const ofEach = (['local', 'national'] as const).flatMap(
    law => fitting.find(({ lawOf }) => lawOf === law) ?? [],
  )
  return ofEach.map(rule => ({
    type: 'rule',
    text: `검토 필요: 예정 ‘${item.name}’ ${wonInWords(won)} · ${rule.title}${conditionOf(rule)}. 계약 가능 여부를 확정하지 않습니다.`,
    weight: 0,
    rule: `${rule.law}${rule.from === null ? '' : ` · ${rule.from}부터`} · 출처: ${rule.source}, ${rule.asOf} 기준`,
  }))
}

const fits = ({ kinds, above, most }: ContractRule, won: number, held: readonly string[]) =>
  (kinds.length === 0 || kinds.some(kind => held.includes(kind))) &&
  (above === null || won > above) &&
  (most === null || won <= most)

const conditionOf = ({ condition, lawOf }: ContractRule) => {
  const body = lawOf === 'local' ? '지방계약법을 따르는 기관인지' : '국가계약법을 따르는 기관인지'
  return `(확인: ${[body, condition].filter(Boolean).join(', ')})`
}
