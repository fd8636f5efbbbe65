import { expect, test } from 'vitest'
import { outcomesOf as read, problemsOf, recordsOf } from '../testing/outcomes.ts'
import { refusalOf } from '../testing/read-all.ts'
import { type SheetToWrite, workbook } from '../testing/workbook.ts'

const sheet = (name: string, rows: SheetToWrite['rows'], more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name,
  rows,
  ...more,
})

const moelHeader = [
  '지역',
  '인증번호',
  '기관명',
  '사업내용',
  '사회적목적실현유형',
  '사회서비스분야',
  '사업자등록번호',
  '대표자',
  '소재지',
  '홈페이지',
  '인증일자',
  '인증회차',
]

test('인증 사회적기업: header in row 4 below merged titles, days as serials, no person in the records', async () => {
  const row = [
    '서울',
    '제2013-088호',
    '㈜한울',
    '청소',
    '기타(창의ㆍ혁신)형',
    '청소',
    '124-81-00998',
    '김대표',
    '서울 종로구',
    'hanul.kr',
    { day: 41_501 },
    '2013-3',
  ]
  const bytes = workbook([
    sheet('인증사회적기업', [['인증 사회적기업 현황'], [], ['(2026. 6. 기준)'], moelHeader, row], {
      mergedRanges: ['A1:L1', 'A3:L3'],
    }),
    sheet('안내', [['읽지 않을 시트']]),
  ])
  const outcomes = await read('social-enterprises', bytes)
  expect(outcomes).toEqual([
    {
      verdict: 'read',
      place: { sheet: '인증사회적기업', row: 5, isHidden: false },
      records: [
        {
          type: 'enterprise',
          businessNumber: '1248100998',
          branch: '0000',
          name: '㈜한울',
          regionName: '서울',
          address: '서울 종로구',
          homepage: 'http://hanul.kr',
          summary: '청소',
        },
        {
          type: 'certification',
          businessNumber: '1248100998',
          kind: 'social_enterprise',
          number: '제2013-088호',
          purposeType: '기타(창의·혁신)형',
          issuer: null,
          issuedOn: '2013-08-15',
          validFrom: '2013-08-15',
          validUntil: null,
          cancelledOn: null,
          returnedOn: null,
          hasUnknownDates: false,
          asOf: null,
        },
      ],
    },
  ])
  expect(JSON.stringify(outcomes)).not.toContain('김대표')
})

test('every problem of a row is told, with column and cell', async () => {
  const bytes = workbook([
    sheet('인증사회적기업', [
      moelHeader,
      ['서울', '', '', '', '', '', '0000000000', '', '', '', '2026-02-30', ''],
      ['서울', '', '두레', '', '', '', { number: 124_810_099 }, '', '', { error: '#REF!' }, '', ''],
    ]),
  ])
  expect(problemsOf(await read('social-enterprises', bytes))).toMatchObject([
    { row: 2, column: '사업자등록번호', cell: 'G2', message: expect.stringContaining('0000000000입니다') },
    { row: 2, column: '기관명', cell: 'C2', message: expect.stringContaining('비어 있습니다') },
    { row: 2, column: '인증일자', cell: 'K2', message: expect.stringContaining('달력에 없는 날짜') },
    { row: 3, column: '사업자등록번호', cell: 'G3', message: expect.stringContaining('엑셀 숫자로 저장') },
    { row: 3, column: '홈페이지', cell: 'J3', message: expect.stringContaining('엑셀 오류 값(#REF!)') },
  ])
})

test('sums, repeated headers and hidden rows', async () => {
  const bytes = workbook([
    sheet(
      '가',
      [
        moelHeader,
        ['서울', '', '한울', '', '', '', '1248100998', '', '', '', '2020-01-01', ''],
        moelHeader,
        ['부산', '', '합계', '', '', '', '2208162517', '', '', '', '2020-01-01', ''],
        ['합 계', '', '', '', '', '', { number: 2 }, '', '', '', '', ''],
      ],
      { hiddenRows: [4] },
    ),
  ])
  const outcomes = await read('social-enterprises', bytes)
  expect(outcomes.map(({ verdict, place }) => [verdict, place.row, place.isHidden])).toEqual([
    ['read', 2, false],
    ['read', 4, true],
  ])
})

test('cells merged downwards in the data refuse the file, as only the first holds the value', async () => {
  const rows = [
    ['연번', '시도', '시군구', '마을기업명', '사업자등록번호 (-포함 작성)'],
    ['1', '서울', '종로구', '한울', '124-81-00998'],
    ['2', '', '중구', '두레', '220-81-62517'],
  ]
  expect(
    await refusalOf(() =>
      read('village-enterprises', workbook([sheet('가', rows, { mergedRanges: ['B2:B3'] })])),
    ),
  ).toMatch(/^2~3행의 시도 칸이 병합/)
  expect(
    await read('village-enterprises', workbook([sheet('가', rows, { mergedRanges: ['A2:A3'] })])),
  ).toHaveLength(2)
})

test('가치장터: status and days of recognition; a return is no cancellation', async () => {
  const csv = [
    '가치장터 누적 명단,,,,,,,,,,',
    '연번,"사업자번호 (본점,지점)",기업명,대표자,대표전화번호,소재지,실적시작일(인증일자),실적종료일(실적인정),인증취소일(실적불인정),인증상태,인증번호',
    '1,124-81-00998,한울,김대표,02-000-0000,서울 종로구,2013-08-15,9999-12-31,,인증,제2013-088호',
    '2,220-81-62517,두레,이대표,02-000-0000,서울 중구,2014-01-01,2020-05-31,2020-06-01,반납,제2014-001호',
    '3,120-81-47521,가람,박대표,02-000-0000,서울 중구,2014-01-01,,,취소,제2014-002호',
  ].join('\r\n')
  const outcomes = await read('value-store', Buffer.from(`\ufeff${csv}`))
  expect(recordsOf(outcomes).filter(({ type }) => type === 'certification')).toMatchObject([
    {
      validFrom: '2013-08-15',
      validUntil: null,
      cancelledOn: null,
      returnedOn: null,
      hasUnknownDates: false,
    },
    { validFrom: '2014-01-01', validUntil: '2020-05-31', cancelledOn: null, returnedOn: '2020-06-01' },
  ])
  expect(problemsOf(outcomes)).toMatchObject([
    {
      row: 5,
      column: '인증취소일(실적불인정)',
      cell: 'I5',
      message: expect.stringContaining('취소 또는 반납'),
    },
  ])
  expect(JSON.stringify(outcomes)).not.toMatch(/대표|02-000/)
})

test('마을기업: titles above the header, no dates', async () => {
  const bytes = workbook([
    sheet('현황', [
      ['2025년 마을기업 현황'],
      [],
      [
        '연번',
        '시도',
        '시군구',
        '소재지',
        '마을기업명',
        '유형',
        '주 업종',
        '주 생산품 또는\n서비스명',
        '사업내용',
        '사업자등록번호\n(-포함 작성)',
      ],
      [
        { number: 1 },
        '강원',
        '춘천시',
        '강원 춘천시',
        '영농조합법인 한울',
        '신규',
        '식품',
        '김치',
        '김치 제조',
        '124-81-00998',
      ],
    ]),
  ])
  expect(recordsOf(await read('village-enterprises', bytes))).toMatchObject([
    { name: '영농조합법인 한울', regionName: '강원 춘천시', summary: '김치 · 김치 제조' },
    { kind: 'village_enterprise', hasUnknownDates: true },
  ])
})

test('자활기업: no business number, so every row is kept unmatched', async () => {
  const csv =
    '순번,시도,시군구,자활기업,자활기업구분,대표자명,업종,사업자구분,주소\n1,서울,종로구,한울,광역,김대표,청소,법인,서울 종로구\n'
  expect(recordsOf(await read('self-support-enterprises', Buffer.from(csv)))).toMatchObject([
    {
      type: 'unmatched',
      enterprise: { name: '한울', regionName: '서울 종로구', summary: '청소' },
      certification: { kind: 'self_support', number: null },
      message: expect.stringContaining('사업자등록번호가 없어'),
    },
  ])
})

const period = ['사업자번호', '업체명', '대표자명', '비고', '구분', '시작일자', '만료일자', '취소일자']
const names = ['사업자등록번호', '기업명']

test('정부권장정책: a kind per sheet; what is no certificate of ours is passed over; unknown sheets are told', async () => {
  const bytes = workbook([
    sheet("여성기업('26.06.30)", [
      period,
      ['1248100998', '한울', '김', '', '', { number: 20_250_325 }, { number: 20_280_324 }, null],
    ]),
    sheet("창업('26.06.30)", [
      period.slice(0, 7),
      ['1248100998', '한울', '김', '', '', '2025-05-22', '2028-05-22'],
    ]),
    sheet("장애인기업('26.06.30)", [
      period,
      ['1248100998', '한울', '김', '', '', '2025-01-03', '2028-01-02', '2026-02-01'],
    ]),
    sheet("장애인표준사업장('26.06.30", [
      ['사업자등록번호', '사업체명', '대표자명', '본사사업자번호', '인증일자', '', '', '소재지'],
      ['1248100998', '한울', '김', '2208162517', '2020-01-02', '', '', '서울'],
    ]),
    sheet("중증('26.06.30)", [
      [
        '사업자번호',
        '시설명',
        '생산시설장',
        '생산시설유형',
        '광역구분',
        '생산시설의 주소',
        '전화번호',
        '생산품목',
        '유효시작일',
        '유효종료일',
      ],
      ['1248100998', '한울', '김', '', '서울', '서울 중구', '02', '인쇄, 청소', '2024-01-01', '2026-12-31'],
    ]),
    sheet("사회적('26.06.30)", [names, ['1248100998', '한울']]),
    sheet("협동조합('26.06.30)", [
      ['사업자등록번호', '업체명'],
      ['1248100998', '한울'],
    ]),
    sheet("용사촌('26.06.30)", [['무엇이든']]),
    sheet('시범구매(`26.06.30)', [['무엇이든']]),
    sheet('대기업(26.01.12.)+상호출자', [['무엇이든']]),
    sheet('새 시트', [['무엇이든']]),
  ])
  const outcomes = await read('preferred-procurement', bytes)
  const certifications = recordsOf(outcomes).filter(record => record.type === 'certification')
  expect(
    certifications.map(({ kind, validFrom, validUntil, cancelledOn, hasUnknownDates }) => [
      kind,
      validFrom,
      validUntil,
      cancelledOn,
      hasUnknownDates,
    ]),
  ).toEqual([
    ['women_enterprise', '2025-03-25', '2028-03-24', null, false],
    ['startup', '2025-05-22', '2028-05-22', null, false],
    ['disabled_enterprise', '2025-01-03', '2028-01-02', '2026-02-01', false],
    ['disabled_standard_workplace', '2020-01-02', null, null, false],
    ['severely_disabled_producer', '2024-01-01', '2026-12-31', null, false],
    ['social_enterprise', null, null, null, true],
    ['social_cooperative', null, null, null, true],
  ])
  expect(outcomes.filter(({ verdict }) => verdict === 'refused')).toMatchObject([
    { place: { sheet: '새 시트' }, problems: [{ message: expect.stringContaining('모르는 시트') }] },
  ])
  expect(JSON.stringify(outcomes)).not.toMatch(/"김"|"02"/)
})

test('정부권장정책: a period whose column has another name is missed aloud', async () => {
  const bytes = workbook([
    sheet("여성기업('26.06.30)", [
      ['사업자번호', '업체명', '개시', '종결'],
      ['1248100998', '한울', '', ''],
    ]),
  ])
  expect(await refusalOf(() => read('preferred-procurement', bytes))).toMatch(
    /필요한 열\(시작일자, 만료일자\)이 없습니다/,
  )
})

test('인증 유효기간: the end before the start, an unknown kind, a bad check digit', async () => {
  const csv = [
    'bizno,name,kind,validFrom,validUntil,status',
    '124-81-00998,한울,여성기업,2026-04-06,2026-04-05,유지',
    '124-81-00998,한울,소부장기업,2026-04-06,2029-04-05,유지',
    '124-81-00999,한울,여성기업,2026-04-06,2029-04-05,유지',
    '124-81-00998,한울,여성기업,,,기간만료',
  ].join('\n')
  const outcomes = await read('certificate-periods', Buffer.from(csv))
  expect(problemsOf(outcomes).map(({ row, column }) => [row, column])).toEqual([
    [2, 'validUntil'],
    [3, 'kind'],
    [4, 'bizno'],
  ])
  expect(recordsOf(outcomes).at(-1)).toMatchObject({ hasUnknownDates: true })
})

const item = (more: object) => ({ bizno: '1248100998', name: '한울', observedAt: '2026-09-14', ...more })

test('품목: an enterprise comes in whole or not at all', async () => {
  const outcomes = await read(
    'offers',
    Buffer.from(
      JSON.stringify([
        item({
          certifications: { 사회적기업: 'expired' },
          offers: [{ id: 'a:1', title: '김', category: '', price: '1,200원' }],
        }),
        item({
          certifications: { 소부장기업: 'expired' },
          offers: [{ id: 'a:2', title: '', price: '협의' }],
        }),
        item({ bizno: '1', offers: [{ id: 'a:3', title: '미역' }] }),
        item({ offers: 'x' }),
      ]),
    ),
  )
  expect(recordsOf(outcomes)).toMatchObject([
    { type: 'enterprise', name: '한울' },
    { type: 'certification', kind: 'social_enterprise', validUntil: '2026-09-13', hasUnknownDates: true },
    { type: 'offer', externalId: 'a:1', title: '김', categoryText: null, price: 1200 },
  ])
  expect(problemsOf(outcomes).map(({ row, column }) => [row, column])).toEqual([
    [2, 'certifications.소부장기업.kind'],
    [2, 'offers[0].title'],
    [2, 'offers[0].price'],
    [3, 'bizno'],
    [4, 'offers'],
  ])
})

test('물품분류: a code and its level have to agree', async () => {
  const csv =
    'code,level,title_ko\n44000000,segment,사무용품\n4410150301,detail,복사기\n44101501,family,복사기\n441,class,x\n44000000,왕,x\n'
  const outcomes = await read('categories', Buffer.from(csv))
  expect(recordsOf(outcomes)).toEqual([
    { type: 'category', code: '44', name: '사무용품', nameEn: null },
    { type: 'category', code: '4410150301', name: '복사기', nameEn: null },
  ])
  expect(problemsOf(outcomes).map(({ row, column }) => [row, column])).toEqual([
    [4, 'code'],
    [5, 'code'],
    [6, 'level'],
  ])
})

test('a message says what is wrong and what to do, in at most two sentences', async () => {
  const csv = 'bizno,name,kind,validFrom,validUntil,status\n1,,왕,어제,내일,청문\n'
  const [outcome] = await read('certificate-periods', Buffer.from(csv))
  const messages = outcome?.verdict === 'refused' ? outcome.problems.map(({ message }) => message) : []
  expect(messages).toHaveLength(6)
  for (const message of messages) {
    expect(message).toMatch(/입니다|습니다/)
    expect(message.split(/(?<=[다요])\. ?/u).filter(Boolean).length).toBeLessThanOrEqual(2)
  }
})
