import type { Fix } from '../timetable/board/fixes.ts'
import type { Shortage } from '../timetable/board/shortage.ts'
import type { Question, RoundPlan } from './round-plan.ts'

/** Why there can be no timetable, in a sentence with the names of those it is about. */
export function sayShortage(
  { parties, matches }: RoundPlan,
  { pairings }: Question,
  shortage: Shortage,
): string {
  switch (shortage.kind) {
    case 'apart':
      return `${pairName({ parties, matches }, shortage.pairing)}: ${
        pairings[shortage.pairing]?.fixed == null
          ? '함께 있는 시간 칸이 없습니다.'
          : '고정한 시간에 한쪽이 없거나 자리가 닫혀 있습니다.'
      }`
    case 'busy':
      return `${withTopic(parties[shortage.party]?.name ?? '')} 상담 ${shortage.meetings}건인데 비어 있는 시간이 ${shortage.room}칸입니다.`
    case 'places':
      return `상담은 ${shortage.meetings}건인데 자리는 모든 시간을 더해 ${shortage.room}개입니다.`
    case 'together':
      return '상담 하나하나는 들어갈 시간이 있지만 모두 함께 지키는 시간표는 없습니다.'
  }
}

/** What would help, and what comes of it; each was tried. */
export function sayFix({ parties, matches }: RoundPlan, fix: Fix): { label: string; effect: string } {
  const effect = '상담을 모두 넣은 시간표가 있습니다.'
  switch (fix.kind) {
    case 'drop':
      return {
        label: `${pairName({ parties, matches }, fix.pairing)} 상담 하나 빼기`,
        effect: '나머지 상담을 모두 넣은 시간표가 있습니다.',
      }
    case 'open':
      return { label: `${parties[fix.party]?.name ?? ''}: 비운 시간 ${fix.slots}칸 열기`, effect }
    case 'another_seat':
      return { label: `${parties[fix.party]?.name ?? ''}: 함께 상담할 담당자 한 명 더하기`, effect }
    case 'another_place':
      return { label: '모든 시간에 자리 하나 더하기', effect }
  }
}

function pairName({ parties, matches }: Pick<RoundPlan, 'parties' | 'matches'>, pairing: number): string {
  const match = matches[pairing]
  const name = (id: string | undefined) => parties.find(party => party.id === id)?.name ?? ''
  return `${name(match?.enterprise)} × ${name(match?.department)}`
}

const hangulFrom = 0xac00
const hangulTo = 0xd7a3
/** Final consonants there are, none included. */
const finals = 28

/** 은 after a final consonant, 는 after a vowel; after anything else both. */
function withTopic(name: string): string {
  const last = name.codePointAt(name.length - 1) ?? 0
  if (last < hangulFrom || last > hangulTo) return `${name}은(는)`
  return `${name}${(last - hangulFrom) % finals === 0 ? '는' : '은'}`
}
