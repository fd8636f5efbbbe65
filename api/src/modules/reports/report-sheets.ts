import type { Report } from './read-report.ts'
import { sections, type Figure, type Section } from './figure.ts'

/** A sheet as it is to be read: its header first. */
export interface PlainSheet {
  name: string
  rows: (string | number)[][]
}

const names: Record<Section, string> = {
  overview: '한눈에',
  composition: '구성',
  rounds: '회차',
  meetings: '상담',
  results: '결과',
  surveys: '설문',
}

/** 결과 보고 as a workbook: figures with n and formula, the comparison, what was published, and the rows behind. */
export function reportSheets({ facts, asOf, figures, changes, claims, previous }: Report): PlainSheet[] {
  return [
    {
      name: '결과 보고',
      rows: [
        ['절', '항목', '값', '단위', 'n', '분모', '비율(%)', '산출식'],
        ...sections.flatMap(section => figures.filter(figure => figure.section === section).map(figureLine)),
        ['기준', facts.title, '', '', '', '', '', asOf.toISOString()],
      ],
    },
    {
      name: '전회 대비',
      rows: [
        ['항목', `전회 ${previous?.title ?? ''}`.trim(), '이번', '단위', '비율(%)', '산출식'],
        ...changes.map(({ label, previous: before, current, unit, ratio, formula }) => [
          label,
          before,
          current,
          unit,
          ratio ?? '',
          formula,
        ]),
      ],
    },
    {
      name: '발표 수치 검산',
      rows: [
        ['항목', '발표', '내역', '판정', '출처', '검산'],
        ...claims.map(({ label, value, parts, verdict, source, arithmetic }) => [
          label,
          value ?? '',
          parts.join(' + '),
          verdicts[verdict] ?? verdict,
          source,
          arithmetic,
        ]),
      ],
    },
    {
      name: '산출 근거',
      rows: [
        ['항목', '근거', '내용'],
        ...figures.flatMap(({ label, rows }) => rows.map(row => [label, row.label, row.detail ?? ''])),
      ],
    },
  ]
}

const verdicts: Record<string, string> = {
  fits: '맞음',
  differs: '다름',
  impossible: '나올 수 없음',
  open: '확인할 수 없음',
}

const figureLine = ({ section, label, value, unit, n, denominator, formula }: Figure) => [
  names[section],
  label,
  value,
  unit,
  n,
  denominator ?? '',
  denominator === null || denominator === 0 || value > denominator
    ? ''
    : Math.round((value * 1000) / denominator) / 10,
  formula,
]
