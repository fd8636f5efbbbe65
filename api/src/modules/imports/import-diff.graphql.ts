import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { TimelineEntry } from '../audit/timeline.graphql.ts'
import { PageInfo } from '../../platform/page/page.graphql.ts'

export const ImportRowKind = {
  NEW: 'created',
  CHANGED: 'changed',
  UNMATCHED: 'unmatched',
  ENDED: 'ended',
  GONE: 'gone',
  MOVED: 'moved',
} as const
export type ImportRowKindValue = (typeof ImportRowKind)[keyof typeof ImportRowKind]
registerEnumType(ImportRowKind, {
  name: 'ImportRowKind',
  description: '줄의 종류. What a row of a list does.',
  valuesConfig: {
    NEW: { description: '새로. Makes something.' },
    CHANGED: { description: '바뀜. Changes something.' },
    UNMATCHED: { description: '확인 필요. Belongs to nobody we know; kept for a person, never dropped.' },
    ENDED: {
      description: '취소 통보. Says that a certificate has ended; becomes a review, changes nothing.',
    },
    GONE: { description: '우리 쪽에만 있음. Counts with us, and the list no longer names it.' },
    MOVED: { description: '그사이 달라짐. Differs from the preview that was to be applied; of any kind.' },
  },
})

/** Rows that are no longer of any other kind show what they were. */
const ImportVerdict = { ...ImportRowKind, REFUSED: 'refused', SAME: 'same' } as const
registerEnumType(ImportVerdict, {
  name: 'ImportVerdict',
  description: '줄의 판정. What became of a row.',
  valuesConfig: {
    NEW: { description: '새로. Makes something.' },
    CHANGED: { description: '바뀜. Changes something.' },
    UNMATCHED: { description: '확인 필요. Kept for a person.' },
    ENDED: { description: '취소 통보. Becomes a review.' },
    GONE: { description: '우리 쪽에만 있음. The list no longer names it.' },
    MOVED: { description: '그사이 달라짐. Never a verdict of its own.' },
    REFUSED: { description: '오류. Cannot be read.' },
    SAME: { description: '같음. Does nothing.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '바뀌는 칸. A field as it was and as it will be.' })
class ImportField {
  @Field(() => String, { description: '칸. Noun and field, e.g. enterprise.address.' })
  name!: string

  @Field(() => String, { nullable: true, description: '전. As it stands; null: nothing.' })
  before!: string | null

  @Field(() => String, { nullable: true, description: '후. As it will be; null: nothing.' })
  after!: string | null
}

@ObjectType({ simpleResolvers: true, description: '목록의 한 줄. A row of the list and what it does.' })
export class ImportRow {
  @Field(() => ID, { description: '식별자. Of this preview only; a new one has new ids.' })
  id!: string

  @Field(() => String, { nullable: true, description: '시트. Null for files without sheets.' })
  sheet!: string | null

  @Field(() => Int, {
    nullable: true,
    description: '행. As the spreadsheet shows it; null for what only we have.',
  })
  row!: number | null

  @Field(() => ImportVerdict, { description: '판정. What it does.' })
  kind!: string

  @Field(() => Boolean, {
    description: '그사이 달라짐. Whether it differs from the preview that was to be applied.',
  })
  isMoved!: boolean

  @Field(() => String, { nullable: true, description: '대상. Name and business number of whom it is about.' })
  key!: string | null

  @Field(() => String, {
    nullable: true,
    description: '설명. Why it could not be matched, or cannot be undone.',
  })
  message!: string | null

  @Field(() => [TimelineEntry], {
    description:
      '그사이 한 일. Of a moved row: who has changed what since the preview, the latest first; at most 10.',
  })
  meanwhile!: TimelineEntry[]

  @Field(() => [ImportField], { description: '바뀌는 칸. What it changes.' })
  fields!: ImportField[]
}

@ObjectType({ simpleResolvers: true, description: '목록의 한 줄. A row in a list of rows.' })
class ImportRowEdge {
  @Field(() => ImportRow, { description: '줄. The row.' })
  node!: ImportRow

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '줄 목록. A page of rows (Relay), in the order of the file.',
})
export class ImportRowConnection {
  @Field(() => [ImportRowEdge], { description: '항목. The rows of the page.' })
  edges!: ImportRowEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

@ObjectType({ simpleResolvers: true, description: '줄 수. How many rows of the file do what.' })
class ImportCountsType {
  @Field(() => Int, { description: '새로. Rows that make something.' })
  new!: number

  @Field(() => Int, { description: '바뀜. Rows that change something.' })
  changed!: number

  @Field(() => Int, { description: '같음. Rows without effect.' })
  same!: number

  @Field(() => Int, { description: '오류. Rows that cannot be read.' })
  errors!: number

  @Field(() => Int, { description: '확인 필요. Rows that belong to nobody we know.' })
  unmatched!: number

  @Field(() => Int, { description: '취소 통보. Rows that say a certificate has ended.' })
  ended!: number

  @Field(() => Int, {
    description: '우리 쪽에만 있음. Certificates that the list no longer names; no rows of it.',
  })
  onlyOurs!: number
}

@ObjectType('ImportDiff', {
  simpleResolvers: true,
  description: '미리 보기. What applying the list does to what stands.',
})
export class ImportDiff {
  @Field(() => String, {
    description: '해시. Goes with `applyImport`: what was previewed is what is applied.',
  })
  hash!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '기준 일시. When it was worked out; null for what takes another import back.',
  })
  at!: string | null

  @Field(() => ImportCountsType, { description: '줄 수. All rows of the file but `onlyOurs` add up to it.' })
  counts!: ImportCountsType

  @Field(() => ImportRowConnection, { description: '줄. The rows of one kind.' })
  rows!: ImportRowConnection
}

@ObjectType({ simpleResolvers: true, description: '오류. What is wrong in a row, and what to do.' })
class ImportError {
  @Field(() => String, { nullable: true, description: '시트. Null for files without sheets.' })
  sheet!: string | null

  @Field(() => Int, { description: '행. As the spreadsheet shows it.' })
  row!: number

  @Field(() => String, { nullable: true, description: '열. Its header; null: the row as a whole.' })
  column!: string | null

  @Field(() => String, { nullable: true, description: '칸. Such as D17.' })
  cell!: string | null

  @Field(() => String, { description: '문제. What is wrong.' })
  what!: string

  @Field(() => String, { nullable: true, description: '할 일. What to do about it.' })
  how!: string | null
}

@ObjectType({ simpleResolvers: true, description: '오류 한 건. An error in a list.' })
class ImportErrorEdge {
  @Field(() => ImportError, { description: '오류. The error.' })
  node!: ImportError

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '오류 목록. A page of errors (Relay), in the order of the file.',
})
export class ImportErrorConnection {
  @Field(() => [ImportErrorEdge], { description: '항목. The errors of the page.' })
  edges!: ImportErrorEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}
