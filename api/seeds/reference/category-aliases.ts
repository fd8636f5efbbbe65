/**
 * 분류 동의어 — terms that buyers were seen to search for, with what they mean and what they do not mean.
 * From 52 probes of a city's procurement desk (부산, 2026): 손소독제 is not 소독업, 음향조명 is not LED
 * 조명, 홍보마케팅 is not 행사용역, and a 백신 프로그램 is security software. A beginning: the staff edit them.
 */
interface Said {
  means?: string[]
  isNot?: string[]
}

const said: Record<string, Said> = {
  // The gel for hands; not spraying rooms against germs or insects.
  손소독제: { isNot: ['7610', '72102103', '851115'] },
  손세정제: { means: ['53131626'], isNot: ['47131704'] },
  소독업: { means: ['7610'], isNot: ['53131626', '471318'] },
  방역: { means: ['72102103', '761015', '851115'] },
  // For a stage: neither lamps of a street nor of a stairway.
  음향조명: { means: ['451117', '39111504', '39101609'], isNot: ['391116', '391117'] },
  'LED 조명': { means: ['3911'], isNot: ['4511'] },
  홍보마케팅: { means: ['80141602'], isNot: ['80141607', '80141902'] },
  '백신 프로그램': { means: ['432332'] },
  '보안 SW': { means: ['432332'] },
}

export interface CategoryAliasSeed {
  term: string
  category_code: string
  relation: 'synonym' | 'not_this'
}

export const categoryAliases: CategoryAliasSeed[] = Object.entries(said).flatMap(
  ([term, { means = [], isNot = [] }]) => [
    ...means.map(code => ({ term, category_code: code, relation: 'synonym' as const })),
    ...isNot.map(code => ({ term, category_code: code, relation: 'not_this' as const })),
  ],
)
