import type { Day } from '../../../src/platform/day.ts'
import type { Department } from './bodies.ts'
import { madeAt, type Stage } from './stage.ts'

/** What departments mean to buy, as budget lines say it. */
const wanted = [
  { item: '홍보물 인쇄', category: '82121505', budget: '일반운영비-사무관리비' },
  { item: '청사 청소 용역', category: '76111501', budget: '일반운영비-공공운영비' },
  { item: '행사 도시락', category: null, budget: '행사운영비' },
  { item: '사무용 의자 교체', category: '56112102', budget: '자산취득비' },
  { item: '행사 현수막', category: null, budget: '사무관리비' },
  { item: '복사용지', category: '14111507', budget: '사무관리비' },
  { item: '소독 용역', category: null, budget: '시설비' },
]

interface Year {
  year: number
  visibility: 'center' | 'participants'
  on: Day
  /** Every so many departments have two. */
  every: number
}

/** 구매예정품목 of each department. */
export function addPlans(
  stage: Stage,
  departments: readonly Department[],
  { year, visibility, on, every }: Year,
) {
  const { random, rows } = stage
  for (const [index, department] of departments.entries())
    for (let more = index % every === 0 ? 2 : 1; more > 0; more--) {
      const { item, category, budget } = wanted[(index + more) % wanted.length] ?? {}
      rows.planned_purchase.push({
        ...madeAt(stage, on),
        center_id: stage.centerId,
        department_id: department.id,
        year,
        month: random.between(2, 11),
        item,
        category_code: category,
        confidence: null,
        is_category_confirmed: category !== null,
        won: random.between(10, 400) * 100_000,
        budget_line: budget,
        visibility,
        source: 'staff',
        state: 'planned',
      })
    }
}
