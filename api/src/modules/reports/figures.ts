import type { DepartmentFact, EnterpriseFact, EventFacts, MeetingFact } from './event-facts.ts'
import { count, countDistinct, sum, type Figure } from './figure.ts'
import { meetingFigures } from './meeting-figures.ts'

/** Everything a report says of an event, counted from its records and typed by nobody. */
export function figuresOf(facts: EventFacts): Figure[] {
  const enterprises = facts.enterprises.filter(isConfirmed)
  const departments = facts.departments.filter(isConfirmed)
  return [
    ...overview(facts, enterprises, departments),
    ...kinds(facts, enterprises),
    ...groups(facts, enterprises),
    ...institutionKinds(departments),
    ...facts.rounds.flatMap(({ number, title, theme }) =>
      ofRound(facts, { number, name: theme === null ? title : `${title}(${theme})` }),
    ),
    ...meetingFigures(facts),
    ...facts.responses.map(({ survey, n }, index) => ({
      key: `survey.${index + 1}`,
      section: 'surveys' as const,
      label: `${survey} 응답`,
      value: n,
      unit: '건' as const,
      n,
      formula: '응답지의 수. 응답자는 참여자와 다를 수 있습니다.',
      denominator: null,
      rows: [],
    })),
  ]
}

const isConfirmed = ({ state }: { state: string }) => state === 'confirmed'

const ofEnterprise = ({ id, name, group }: EnterpriseFact) => ({ id, label: name, detail: group })
const ofDepartment = ({ id, name, institution }: DepartmentFact) => ({
  id,
  label: `${institution} ${name}`,
  detail: null,
})
const ofInstitution = ({ institutionId, institution }: DepartmentFact) => ({
  id: institutionId,
  label: institution,
  detail: null,
})

function overview(facts: EventFacts, enterprises: EnterpriseFact[], departments: DepartmentFact[]): Figure[] {
  const section = 'overview'
  const byInstitution = (row: DepartmentFact) => row.institutionId
  return [
    count({
      key: 'enterprises',
      section,
      label: '참여기업',
      unit: '곳',
      rows: enterprises,
      describe: ofEnterprise,
      what: '확정된 참여기업',
    }),
    countDistinct(
      {
        key: 'institutions',
        section,
        label: '참여기관',
        unit: '곳',
        rows: departments,
        describe: ofInstitution,
        what: '확정된 부서가 속한 기관(겹치지 않게)',
      },
      byInstitution,
    ),
    count({
      key: 'departments',
      section,
      label: '참여부서',
      unit: '곳',
      rows: departments,
      describe: ofDepartment,
      what: '확정된 참여부서',
    }),
    sum(
      {
        key: 'officers',
        section,
        label: '참여 담당자',
        unit: '명',
        rows: departments,
        describe: withDetail(row => `${row.officers}명`),
        what: '참여부서가 보낸 담당자',
      },
      ({ officers }) => officers,
    ),
    sum(
      {
        key: 'checked_in',
        section,
        label: '체크인한 담당자',
        unit: '명',
        rows: departments.filter(row => row.checkedIn > 0),
        describe: withDetail(row => `${row.checkedIn}명`),
        what: '체크인한 담당자(한 사람 한 번)',
      },
      ({ checkedIn }) => checkedIn,
    ),
    count({
      key: 'applicants',
      section,
      label: '신청·초청 기업',
      unit: '곳',
      rows: facts.enterprises,
      describe: ofEnterprise,
      what: '신청하거나 초청된 기업',
    }),
    count({
      key: 'not_selected',
      section,
      label: '선정되지 않은 기업',
      unit: '곳',
      rows: facts.enterprises.filter(({ state }) => state === 'not_selected'),
      describe: ofEnterprise,
      what: '선정되지 않은 기업',
      denominator: facts.enterprises.length,
    }),
  ]
}

const withDetail = (detail: (row: DepartmentFact) => string) => (row: DepartmentFact) => ({
  ...ofDepartment(row),
  detail: detail(row),
})

/** Kinds are a set: each is counted for itself, and how they overlap is a figure of its own. */
function kinds({ kindNames }: EventFacts, enterprises: EnterpriseFact[]): Figure[] {
  const section = 'composition'
  const common = { section, unit: '곳', describe: ofEnterprise, denominator: enterprises.length } as const
  const several = enterprises.filter(row => row.kinds.length > 1)
  const single = Object.entries(kindNames).flatMap(([code, name]) => {
    const rows = enterprises.filter(row => row.kinds.includes(code))
    const what = `행사 첫날 ${name} 인증이 유효한 참여기업`
    return rows.length === 0 ? [] : [count({ ...common, key: `kind.${code}`, label: name, rows, what })]
  })
  const added = single.map(({ value }) => value).join(' + ')
  const memberships = sum(
    {
      ...common,
      key: 'kind_memberships',
      label: '인증 종류 합(겹쳐 셈)',
      unit: '개',
      rows: enterprises.filter(row => row.kinds.length > 0),
      what: '기업마다 인증 종류',
    },
    row => row.kinds.length,
  )
  const formula = `${added || '0'} = ${memberships.value}. 기업 ${enterprises.length}곳 가운데 ${several.length}곳이 둘 이상의 종류에 듭니다.`
  return [
    ...single,
    { ...memberships, formula },
    count({
      ...common,
      key: 'kind_overlap',
      label: '종류가 둘 이상인 기업',
      rows: several,
      what: '인증 종류가 둘 이상인 참여기업',
    }),
    count({
      ...common,
      key: 'social_economy',
      label: '사회적경제기업',
      rows: enterprises.filter(row => row.isSocialEconomy),
      what: '사회적경제 인증이 하나 이상 유효한 참여기업',
    }),
    count({
      ...common,
      key: 'without_kind',
      label: '인증이 없는 기업',
      rows: enterprises.filter(row => row.kinds.length === 0),
      what: '행사 첫날 유효한 인증이 없는 참여기업',
    }),
  ]
}

function groups(facts: EventFacts, enterprises: EnterpriseFact[]): Figure[] {
  return facts.groups.map((group, index) =>
    count({
      key: `group.${index + 1}`,
      section: 'composition',
      label: group,
      unit: '곳',
      rows: enterprises.filter(row => row.group === group),
      describe: ofEnterprise,
      what: `참여그룹 ‘${group}’에 든 기업(인증이 아님)`,
      denominator: enterprises.length,
    }),
  )
}

const kindsOfInstitution: Record<string, string> = {
  head_office: '본청',
  district: '자치구',
  invested: '투자출연기관',
  education_office: '교육청',
  school: '학교',
  public_enterprise: '공기업',
  police_fire: '경찰·소방',
  other: '기타',
}

function institutionKinds(departments: DepartmentFact[]): Figure[] {
  const all = new Set(departments.map(row => row.institutionId)).size
  return Object.entries(kindsOfInstitution).flatMap(([kind, label]) => {
    const rows = departments.filter(row => row.institutionKind === kind)
    if (rows.length === 0) return []
    const counted = {
      key: `institution_kind.${kind}`,
      section: 'composition',
      label: `기관 · ${label}`,
      unit: '곳',
    } as const
    return [
      countDistinct(
        { ...counted, rows, describe: ofInstitution, what: `${label}인 참여기관`, denominator: all },
        row => row.institutionId,
      ),
    ]
  })
}

function ofRound(facts: EventFacts, { number, name }: { number: number; name: string }): Figure[] {
  const isIn = (row: { state: string; rounds: number[] }) => isConfirmed(row) && row.rounds.includes(number)
  const common = { section: 'rounds' } as const
  const key = `round.${number}`
  const departments = facts.departments.filter(isIn)
  return [
    count({
      ...common,
      key: `${key}.enterprises`,
      label: `${name} 기업`,
      unit: '곳',
      rows: facts.enterprises.filter(isIn),
      describe: ofEnterprise,
      what: `${name}의 확정된 참여기업`,
    }),
    countDistinct(
      {
        ...common,
        key: `${key}.institutions`,
        label: `${name} 기관`,
        unit: '곳',
        rows: departments,
        describe: ofInstitution,
        what: `${name}의 참여기관(겹치지 않게)`,
      },
      row => row.institutionId,
    ),
    count({
      ...common,
      key: `${key}.held`,
      label: `${name} 상담`,
      unit: '건',
      rows: facts.meetings.filter(row => row.round === number && row.state === 'held'),
      describe: ({ id, label }: MeetingFact) => ({ id, label, detail: null }),
      what: `${name}에서 이루어진 상담`,
    }),
  ]
}
