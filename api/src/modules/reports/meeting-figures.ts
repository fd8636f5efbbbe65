import type { EventFacts, MeetingFact } from './event-facts.ts'
import { count, sum, type Figure } from './figure.ts'

const results: Record<string, string> = {
  contract: '계약',
  quotation: '견적 요청',
  material: '자료 요청',
  meet_again: '다시 만남',
  no_fit: '맞지 않음',
}

const describe = ({ id, label }: MeetingFact) => ({ id, label, detail: null })

/** 상담 and what came of them; amounts stay what they are: 구매예정 is not 상담액. */
export function meetingFigures({ meetings, plans, followUps }: EventFacts): Figure[] {
  const held = meetings.filter(({ state }) => state === 'held')
  const arranged = meetings.filter(({ origin, state }) => origin === 'timetable' && state !== 'cancelled')
  const common = { section: 'meetings', unit: '건', describe } as const
  return [
    count({ ...common, key: 'held', label: '이루어진 상담', rows: held, what: '끝난 상담(현장 상담 포함)' }),
    count({
      ...common,
      key: 'planned',
      label: '시간표 상담',
      rows: arranged,
      what: '시간표에 있던 상담(취소 제외)',
    }),
    count({
      ...common,
      key: 'walk_in',
      label: '현장 상담',
      rows: held.filter(({ origin }) => origin === 'walk_in'),
      what: '부스에서 이루어진 현장 상담',
    }),
    count({
      ...common,
      key: 'no_show',
      label: '불참',
      rows: meetings.filter(({ state }) => state === 'no_show'),
      what: '한쪽이 오지 않은 상담',
      denominator: arranged.length,
    }),
    count({
      ...common,
      key: 'cancelled',
      label: '취소',
      rows: meetings.filter(({ state }) => state === 'cancelled'),
      what: '취소된 상담',
    }),
    ...outcomes(held),
    sum(
      {
        section: 'results',
        unit: '원',
        key: 'planned_won',
        label: '구매예정액',
        rows: plans.filter(({ won }) => won !== null),
        describe: ({ id, label, won }) => ({ id, label, detail: `${won}원` }),
        what: '참여부서의 그해 구매예정품목 금액',
      },
      ({ won }) => won ?? 0,
    ),
    count({
      section: 'results',
      unit: '건',
      key: 'follow_ups',
      label: '후속 조치',
      rows: followUps,
      describe: withoutDetail,
      what: '상담 뒤 하기로 한 일',
    }),
    count({
      section: 'results',
      unit: '건',
      key: 'follow_ups_done',
      label: '끝낸 후속 조치',
      rows: followUps.filter(({ isDone }) => isDone),
      describe: withoutDetail,
      what: '하기로 한 일 가운데 끝낸 것',
      denominator: followUps.length,
    }),
  ]
}

const withoutDetail = ({ id, label }: { id: string; label: string }) => ({ id, label, detail: null })

function outcomes(held: MeetingFact[]): Figure[] {
  const common = { section: 'results', unit: '건', denominator: held.length, describe } as const
  const differing = held.filter(
    ({ amounts: { department, enterprise } }) =>
      department !== undefined && enterprise !== undefined && department !== enterprise,
  )
  return [
    count({
      ...common,
      key: 'with_outcome',
      label: '결과를 적은 상담',
      rows: held.filter(row => row.results.length > 0),
      what: '어느 쪽이든 결과를 적은 상담',
    }),
    ...Object.entries(results).flatMap(([code, label]) => {
      const rows = held.filter(row => row.results.includes(code))
      return rows.length === 0
        ? []
        : [
            count({
              ...common,
              key: `result.${code}`,
              label: `결과 · ${label}`,
              rows,
              what: `결과가 ‘${label}’인 상담`,
            }),
          ]
    }),
    sum(
      {
        section: 'results',
        unit: '원',
        key: 'consulted_won',
        label: '상담액',
        rows: held.filter(row => consulted(row) !== null),
        describe: row => ({ ...describe(row), detail: `${consulted(row)}원` }),
        what: '상담마다 부서가 적은 금액, 없으면 기업이, 없으면 직원이 적은 금액',
      },
      row => consulted(row) ?? 0,
    ),
    count({
      ...common,
      key: 'consulted_differs',
      label: '양쪽 상담액이 다른 상담',
      rows: differing,
      what: '부서와 기업이 적은 상담액이 다른 상담',
    }),
  ]
}

/** Both values are kept; what is added up is the buyer's, who knows what it would spend. */
const consulted = ({ amounts }: MeetingFact): number | null =>
  amounts.department ?? amounts.enterprise ?? amounts.staff ?? null
