/** A thing worth saying, and what follows as long as it is not said. */
export interface CompletenessCheck {
  field: string
  /** In words for people; names what is lost. */
  consequence: string
  /** SQL over `enterprise`: whether it has been said. */
  isSaid: (row: string) => string
}

const notBlank = (column: string) => (row: string) => `coalesce(${row}.${column}, '') <> ''`

/** In the order in which they matter; downstream nouns add their own. */
export const completenessChecks: CompletenessCheck[] = [
  {
    field: 'summary',
    consequence: '소개가 없으면 상품 이름이 아닌 낱말로는 검색되지 않습니다.',
    isSaid: notBlank('summary'),
  },
  {
    field: 'regionCode',
    consequence: '지역 조건으로 찾는 담당자에게 나타나지 않습니다.',
    isSaid: notBlank('region_code'),
  },
  {
    field: 'address',
    consequence: '담당자가 현장 방문과 관내 구매 여부를 확인할 수 없습니다.',
    isSaid: notBlank('address'),
  },
  {
    field: 'socialMission',
    consequence: '기업 프로필의 사회적 목적이 빈칸으로 보입니다.',
    isSaid: notBlank('social_mission'),
  },
  {
    field: 'homepage',
    consequence: '담당자가 기업을 더 알아볼 곳이 없습니다.',
    isSaid: notBlank('homepage'),
  },
  {
    field: 'contacts',
    consequence: '상담 일정과 보완 요청을 알릴 사람이 없습니다.',
    isSaid: row =>
      `exists (select from enterprise_contact k where k.enterprise_id = ${row}.id and k.retain_until >= current_date)`,
  },
  {
    field: 'workforce',
    consequence: '취약계층 비율을 알 수 없어 30% 이상을 요구하는 수의계약 조건을 확인할 수 없습니다.',
    isSaid: row => `exists (select from workforce w where w.enterprise_id = ${row}.id)`,
  },
]

/** SQL for `{ percent, missing }` of an enterprise; made when a document is compiled, when every noun has spoken. */
export function completenessSql(row: string): string {
  const checks = completenessChecks.map(
    ({ field, consequence, isSaid }) => `('${field}', '${consequence}', ${isSaid(row)})`,
  )
  return `(
    select json_build_object(
      'percent', round(100.0 * count(*) filter (where k.is_said) / count(*)),
      'missing', coalesce(json_agg(json_build_object('field', k.field, 'consequence', k.consequence))
        filter (where not k.is_said), '[]'))
    from (values ${checks.join(', ')}) k(field, consequence, is_said))`
}
