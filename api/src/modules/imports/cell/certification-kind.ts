import type { KindCode } from '../records.ts'
import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** What lists call the kinds, without blanks and brackets. */
const kindByName: Record<string, KindCode> = {
  사회적기업: 'social_enterprise',
  인증사회적기업: 'social_enterprise',
  예비사회적기업지역형: 'pre_social_regional',
  지역형예비사회적기업: 'pre_social_regional',
  예비사회적기업부처형: 'pre_social_ministry',
  부처형예비사회적기업: 'pre_social_ministry',
  협동조합: 'cooperative',
  일반협동조합: 'cooperative',
  사회적협동조합: 'social_cooperative',
  마을기업: 'village_enterprise',
  자활기업: 'self_support',
  장애인표준사업장: 'disabled_standard_workplace',
  중증장애인생산품생산시설: 'severely_disabled_producer',
  여성기업: 'women_enterprise',
  장애인기업: 'disabled_enterprise',
  창업기업: 'startup',
  중소기업: 'small_business',
  중소기업확인서: 'small_business',
  소셜벤처: 'social_venture',
  소셜벤처기업: 'social_venture',
}

/** 인증 종류 by its Korean name, or by our own code. */
export function readKind({ text }: Cell): Parsed<KindCode> {
  const name = text.normalize('NFKC').replace(/[\s()[\]·]/gu, '')
  const value = kindByName[name] ?? Object.values(kindByName).find(code => code === text.trim())
  if (value !== undefined) return { value }
  if (name === '')
    return { problem: '인증 종류가 비어 있습니다. 사회적기업, 마을기업처럼 종류를 채워 주세요.' }
  const known = [...new Set(Object.values(kindByName))].map(code => nameOf(code)).join(', ')
  return {
    problem: `모르는 인증 종류(${text.trim().slice(0, 30)})입니다. 다음 가운데 하나로 고쳐 주세요: ${known}.`,
  }
}

const nameOf = (code: KindCode) => Object.keys(kindByName).find(name => kindByName[name] === code) ?? code
