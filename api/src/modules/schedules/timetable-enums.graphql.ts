import { registerEnumType } from 'type-graphql'
import { timetableStates, timetableSteps } from './timetable.states.ts'

const enumOf = (values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map(value => [value.toUpperCase(), value]))

const described = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }]))

export const TimetableStateEnum = enumOf(timetableStates)
registerEnumType(TimetableStateEnum, {
  name: 'TimetableState',
  description: '시간표 상태. How far a version has come.',
  valuesConfig: described({
    SOLVING: '찾는 중. A search is under way.',
    DRAFT: '초안. Found, and not told to anybody.',
    PUBLISHED: '게시. The one that holds; never changes in its place.',
    SUPERSEDED: '지난 판. Another was published after it.',
    DISCARDED: '버림. Nobody wanted it.',
    FAILED: '못 만듦. There is none, or the search was cut off; it says why.',
  }),
})

export const TimetableProofEnum = enumOf(['optimal', 'feasible', 'infeasible', 'unknown'])
registerEnumType(TimetableProofEnum, {
  name: 'TimetableProofKind',
  description: '증명. What is known of a timetable.',
  valuesConfig: described({
    OPTIMAL: '최적 증명됨. Nobody could make one with fewer breaks.',
    FEASIBLE: '차이 있음. It keeps every rule; `value` less `bound` may be left to gain.',
    INFEASIBLE: '불가능. There is none, and it says why.',
    UNKNOWN: '모름. None was found in time.',
  }),
})

export const TimetableStepEnum = enumOf(Object.keys(timetableSteps))
registerEnumType(TimetableStepEnum, {
  name: 'TimetableStep',
  description: '시간표 단계. What can be done with a version.',
  valuesConfig: described({
    STOP: '멈추고 이대로 쓰기. What was found so far becomes the draft.',
    EDIT: '옮기기·고정. Meetings can be moved and pinned.',
    PUBLISH: '게시. It becomes the meetings of the round.',
    DISCARD: '버리기. Nobody wants it.',
    REPLAN: '다시 짜기. Another draft in which the fewest move.',
  }),
})
