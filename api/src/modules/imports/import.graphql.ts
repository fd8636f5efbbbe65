import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../platform/page/page.graphql.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ImportDiff, ImportErrorConnection, ImportRow } from './import-diff.graphql.ts'
import type { ImportState, ImportStep } from './import.states.ts'

const ImportStateEnum = {
  UPLOADED: 'uploaded',
  CHECKING: 'checking',
  PREVIEWED: 'previewed',
  FAILED: 'failed',
  APPLYING: 'applying',
  MOVED: 'moved',
  APPLIED: 'applied',
  UNDONE: 'undone',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  INTERRUPTED: 'interrupted',
} as const satisfies Record<string, ImportState>
registerEnumType(ImportStateEnum, {
  name: 'ImportState',
  description: '가져오기 상태. How far a list has come.',
  valuesConfig: {
    UPLOADED: { description: '올림. Kept, its columns guessed; nothing has been worked out.' },
    CHECKING: { description: '미리 보기 중. What it would do is being worked out.' },
    PREVIEWED: { description: '미리 봄. `diff` says what applying would do.' },
    FAILED: { description: '읽지 못함. `problem` says why.' },
    APPLYING: { description: '적용 중. All of it or nothing.' },
    MOVED: {
      description: '자료가 바뀜. Nothing was applied; `diff` is new, and MOVED rows differ from the preview.',
    },
    APPLIED: { description: '적용함. Can be undone until `expiresAt`.' },
    UNDONE: { description: '되돌림. Another import has taken it back.' },
    CANCELLED: { description: '취소함. Given up before it was applied.' },
    EXPIRED: { description: '보관 만료. Nobody applied it in time; the file is gone.' },
    INTERRUPTED: { description: '중단됨. Cut off several times; nothing was applied.' },
  },
})

const ImportStepEnum = {
  MAP: 'map',
  CHECK: 'check',
  APPLY: 'apply',
  CANCEL: 'cancel',
  UNDO: 'undo',
} as const satisfies Record<string, ImportStep>
registerEnumType(ImportStepEnum, {
  name: 'ImportStep',
  description: '가져오기 단계. What can be done to an import.',
  valuesConfig: {
    MAP: { description: '열 맞추기. `setImportMapping`.' },
    CHECK: { description: '미리 보기. `startDryRun`.' },
    APPLY: { description: '적용. `applyImport`.' },
    CANCEL: { description: '취소. `cancelImport`.' },
    UNDO: { description: '되돌리기. `undoImport`.' },
  },
})

export const ImportGone = { REVIEW: 'review', LEAVE: 'leave' } as const
registerEnumType(ImportGone, {
  name: 'ImportGone',
  description:
    '사라진 기업. What becomes of those whom the list no longer names; nothing is cancelled by itself.',
  valuesConfig: {
    REVIEW: { description: '심사로 보내기. Each becomes a task for a person.' },
    LEAVE: { description: '그대로 두기. Nothing happens.' },
  },
})

@ObjectType({ simpleResolvers: true, description: '원본 파일. The list as it was handed over.' })
class ImportSource {
  @Field(() => String, { description: '파일 이름. As it was uploaded.' })
  name!: string

  @Field(() => String, { description: '해시. SHA-256 of the bytes, in hex.' })
  sha256!: string

  @Field(() => Int, { description: '줄 수. Rows of data, the header not counted.' })
  rows!: number

  @Field(() => String, {
    nullable: true,
    description: '인코딩. utf-8, utf-8-bom, utf-16le or cp949; null for XLSX.',
  })
  encoding!: string | null

  @Field(() => String, {
    nullable: true,
    description: '시트. The sheet that is read; null when there are none or several.',
  })
  sheet!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '파일의 열. A column of the file and what it is taken for.',
})
class ImportColumn {
  @Field(() => String, { description: '열. Its letters, as a spreadsheet shows them.' })
  column!: string

  @Field(() => String, { description: '제목. As it stands in the header; may be empty.' })
  from!: string

  @Field(() => String, { nullable: true, description: '맞춘 칸. Key of the target; null: left out.' })
  to!: string | null

  @Field(() => String, { nullable: true, description: '추측. What it was taken for at first.' })
  guess!: string | null

  @Field(() => [String], { description: '보기. Up to three values below the header.' })
  samples!: string[]
}

@ObjectType({ simpleResolvers: true, description: '우리 칸. What a column of the list can be.' })
class ImportTarget {
  @Field(() => String, { description: '키. As `to` of a mapping.' })
  key!: string

  @Field(() => String, { description: '이름. What lists call it.' })
  name!: string

  @Field(() => Boolean, { description: '필수. Whether the list must have it.' })
  isRequired!: boolean
}

@ObjectType({ simpleResolvers: true, description: '진행. How far the work under way has come.' })
class ImportProgress {
  @Field(() => Int, { description: '읽은 줄. Rows that have been read.' })
  done!: number

  @Field(() => Int, { description: '전체 줄. Rows of the file.' })
  total!: number
}

@ObjectType({ simpleResolvers: true, description: '앞선 적용. When this very file was applied before.' })
class ImportBefore {
  @Field(() => DateTimeScalar, { description: '적용 일시. When.' })
  at!: string

  @Field(() => String, { nullable: true, description: '적용한 사람. Name of the colleague.' })
  by!: string | null

  @Field(() => ID, { description: '그때의 가져오기. The import that did it.' })
  import!: string
}

@ObjectType({ simpleResolvers: true, description: '할 수 있는 일. A step, and why it cannot be taken.' })
class ImportAction {
  @Field(() => ImportStepEnum, { description: '단계. Which step.' })
  step!: ImportStep

  @Field(() => Boolean, { description: '가능 여부. Whether it can be taken now.' })
  isAllowed!: boolean

  @Field(() => String, { nullable: true, description: '이유. Why not, in Korean.' })
  reason!: string | null
}

@ObjectType({ simpleResolvers: true, description: '가져오는 행사. The event that a list is of.' })
class ImportEvent {
  @Field(() => ID, { description: '식별자. Of the event.' })
  id!: string

  @Field(() => String, { description: '행사명. Its title.' })
  title!: string
}

@ObjectType('Import', {
  simpleResolvers: true,
  description: '가져오기. An official list on its way in; seen by the staff of the centre only.',
})
export class ImportType {
  @Field(() => ID, {
    description: '식별자. Opaque; read again by `import(id)`, by the staff of its centre only.',
  })
  id!: string

  @Field(() => String, { description: '종류. Which official list, e.g. social-enterprises.' })
  kind!: string

  @Field(() => String, { description: '종류 이름. Korean name of the list.' })
  title!: string

  @Field(() => ImportStateEnum, { description: '상태. How far it has come.' })
  state!: ImportState

  @Field(() => ImportSource, { description: '원본 파일. What was uploaded.' })
  source!: ImportSource

  @Field(() => DateTimeScalar, { description: '올린 일시. When it was uploaded.' })
  createdAt!: string

  @Field(() => String, { nullable: true, description: '올린 사람. Name of the colleague.' })
  createdBy!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: '적용 일시. When it was applied.' })
  appliedAt!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '기한. Until when the file is kept, and once applied, until when it can be undone.',
  })
  expiresAt!: string | null

  @Field(() => Int, {
    nullable: true,
    description: '제목 줄. Row of the header; null when there is no single table.',
  })
  headerRow!: number | null

  @Field(() => Int, { nullable: true, description: '추측한 제목 줄. Row that the header was guessed in.' })
  guessedHeaderRow!: number | null

  @Field(() => Boolean, {
    description: '기억한 열 맞추기. Whether it is mapped as staff mapped the last list of its kind.',
  })
  isMappingRemembered!: boolean

  @Field(() => [ImportColumn], {
    description: '열 맞추기. Every column of the file; empty when nothing is to be mapped.',
  })
  mapping!: ImportColumn[]

  @Field(() => [ImportTarget], { description: '우리 칸 목록. What columns can be mapped to.' })
  targets!: ImportTarget[]

  @Field(() => ImportDiff, {
    nullable: true,
    description: '미리 보기. What applying does; null until it is worked out.',
  })
  diff!: ImportDiff | null

  @Field(() => ImportErrorConnection, { description: '오류. Rows that cannot be read, by row and column.' })
  errors!: ImportErrorConnection

  @Field(() => [ImportRow], {
    description:
      '되돌릴 수 없는 줄. Of an applied import, rows that somebody has changed since, with the reason.',
  })
  undoBlockers!: ImportRow[]

  @Field(() => [String], { description: '알아 둘 것. Of the list as a whole, in Korean.' })
  remarks!: string[]

  @Field(() => ImportEvent, { nullable: true, description: '행사. Of a list of participants; else null.' })
  event!: ImportEvent | null

  @Field(() => Int, { nullable: true, description: '예산 연도. Of a list of planned purchases; else null.' })
  year!: number | null

  @Field(() => ImportProgress, { nullable: true, description: '진행. While it is being read or applied.' })
  progress!: ImportProgress | null

  @Field(() => String, {
    nullable: true,
    description: '문제. Why the last step could not be done, in Korean.',
  })
  problem!: string | null

  @Field(() => ImportGone, {
    nullable: true,
    description: '사라진 기업. What was decided when it was applied.',
  })
  gone!: 'review' | 'leave' | null

  @Field(() => ImportBefore, {
    nullable: true,
    description: '앞선 적용. The last time the same file was applied.',
  })
  appliedBefore!: ImportBefore | null

  @Field(() => ID, { nullable: true, description: '되돌린 대상. The import that this one takes back.' })
  undoes!: string | null

  @Field(() => ID, {
    nullable: true,
    description: '되돌린 가져오기. The import that has taken this one back.',
  })
  undoneBy!: string | null

  @Field(() => [ImportAction], {
    description: '할 수 있는 일. Every step, and why not where it cannot be taken.',
  })
  allowedActions!: ImportAction[]
}

@ObjectType({ simpleResolvers: true, description: '가져오기 한 건. An import in a list.' })
class ImportEdge {
  @Field(() => ImportType, { description: '가져오기. The import.' })
  node!: ImportType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '가져오기 목록. A page of imports (Relay), the newest first.',
})
export class ImportConnection {
  @Field(() => [ImportEdge], { description: '항목. The imports of the page.' })
  edges!: ImportEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo

  @Field(() => Int, { description: '전체 건수. Exact.' })
  totalCount!: number
}
