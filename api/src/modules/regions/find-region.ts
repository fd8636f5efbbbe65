import type { EntityManager } from '@mikro-orm/postgresql'
import { readInside } from '../../platform/read/read-inside.ts'

/** Finds the region code that a printed region or address begins with; null when it names none we know. */
export type FindRegion = (text: string | null) => string | null

/** What lists write for a province besides its full name. */
const provinceAliases: Record<string, string> = {
  서울: '서울특별시',
  부산: '부산광역시',
  대구: '대구광역시',
  인천: '인천광역시',
  광주: '광주광역시',
  대전: '대전광역시',
  울산: '울산광역시',
  세종: '세종특별자치시',
  경기: '경기도',
  강원: '강원특별자치도',
  강원도: '강원특별자치도',
  충북: '충청북도',
  충남: '충청남도',
  전북: '전북특별자치도',
  전라북도: '전북특별자치도',
  전남: '전라남도',
  경북: '경상북도',
  경남: '경상남도',
  제주: '제주특별자치도',
  제주도: '제주특별자치도',
}

/** Reads the regions once; looking a text up is then a matter of its first words. */
export async function regionFinder(em: EntityManager): Promise<FindRegion> {
  const regions = await readInside<{ code: string; name: string }[]>(
    em,
    // A list may use a name that has ended: where one region took over all of it, that one is meant. And
    // the latest life of a name is the one a list of today means.
    `select coalesce(json_agg(json_build_object('name', r.full_name, 'code', coalesce(n.code, r.code))
       order by r.valid_from nulls first), '[]')::text as json
     from region r left join lateral (
       select min(s.to_code) as code from region_succession s where s.from_code = r.code having count(*) = 1
     ) n on true`,
  )
  const codes = new Map(regions.map(({ name, code }) => [name, code]))
  return text => {
    const words = wordsOf(text)
    for (let count = Math.min(words.length, 3); count > 0; count--) {
      const code = codes.get(words.slice(0, count).join(' '))
      if (code !== undefined) return code
    }
    return null
  }
}

/** The words of an address without the postal code before it, its province spelled out. */
function wordsOf(text: string | null): string[] {
  const [province, ...rest] = (text ?? '')
    .normalize('NFC')
    .replace(/^\s*\(?\d{5}\)?\s*/, '')
    .trim()
    .split(/\s+/)
  return province ? [provinceAliases[province] ?? province, ...rest] : []
}
