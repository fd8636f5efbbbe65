import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { Node } from '../../platform/node.graphql.ts'
import { readConnection } from '../../platform/page/connection.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { PageInfo } from '../../platform/page/page.graphql.ts'
import { pageOf } from '../../platform/page/page.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { ViewerType } from '../accounts/account.graphql.ts'
import { Evidence } from '../credentials/credential.graphql.ts'
import { EnterpriseType } from '../enterprises/enterprise.graphql.ts'
import { evidenceFileShape, isKept } from './evidence-file.shape.ts'
import type { FileFlag, FileKind } from './file-kinds.ts'

const FileKindEnum = {
  PDF: 'pdf',
  JPEG: 'jpeg',
  PNG: 'png',
  WEBP: 'webp',
  HWP: 'hwp',
  HWPX: 'hwpx',
  XLSX: 'xlsx',
} as const satisfies Record<string, FileKind>
registerEnumType(FileKindEnum, {
  name: 'FileKind',
  description: '파일 형식. What a file is, by its bytes.',
  valuesConfig: {
    PDF: { description: 'PDF 문서. A document.' },
    JPEG: { description: 'JPEG 그림. A photo.' },
    PNG: { description: 'PNG 그림. A picture.' },
    WEBP: { description: 'WebP 그림. A picture.' },
    HWP: { description: '한글 문서(HWP 5). A document of Hancom Hangul.' },
    HWPX: { description: '한글 문서(HWPX). A document of Hancom Hangul, as an open format.' },
    XLSX: { description: '엑셀 통합 문서. A workbook without macros.' },
  },
})

const FileFlagEnum = {
  SCRIPT: 'script',
  LAUNCH: 'launch',
  EMBEDDED: 'embedded',
  EXTERNAL: 'external',
  UNREAD: 'unread',
} as const satisfies Record<string, FileFlag>
registerEnumType(FileFlagEnum, {
  name: 'FileFlag',
  description: '주의할 점. What is worth knowing before a file is opened.',
  valuesConfig: {
    SCRIPT: { description: '스크립트. Something in it can run when it is opened.' },
    LAUNCH: { description: '실행 동작. It asks to start a program.' },
    EMBEDDED: { description: '들어 있는 파일. Another file lies in it.' },
    EXTERNAL: { description: '바깥 연결. It takes values from other files.' },
    UNREAD: { description: '읽지 못한 부분. A part of it could not be looked into.' },
  },
})

@ObjectType('EvidenceFile', {
  implements: Node,
  simpleResolvers: true,
  description:
    '증빙 파일. A file that proves something; seen by the enterprise, the centre that keeps it and the centre that judges it.',
})
export class EvidenceFileType extends Node {
  @Field(() => String, { description: '이름. As given, cleaned of what could deceive.' })
  name!: string

  @Field(() => FileKindEnum, { description: '형식. By its bytes, not by its name.' })
  kind!: FileKind

  @Field(() => Int, { description: '크기. Bytes.' })
  size!: number

  @Field(() => Int, { nullable: true, description: '쪽수. Of a PDF, as far as it can be told cheaply.' })
  pages!: number | null

  @Field(() => Int, { nullable: true, description: '가로. Of a picture, in pixels.' })
  width!: number | null

  @Field(() => Int, { nullable: true, description: '세로. Of a picture, in pixels.' })
  height!: number | null

  @Field(() => [FileFlagEnum], { description: '주의할 점. Worth knowing before it is opened.' })
  flags!: FileFlag[]

  @Field(() => Boolean, { description: '그림 여부. Whether it is a picture.' })
  isImage!: boolean

  @Field(() => Boolean, {
    description: '개인정보 포함. Whether it holds personal data, as its sender has said.',
  })
  hasPersonalData!: boolean

  @Field(() => Boolean, {
    description: '열람 이유 필요. Whether who asks has to say why first (`stateReadingReason`).',
  })
  needsReason!: boolean

  @Field(() => Boolean, {
    description: '삭제 가능. Whether who asks can remove it: it is theirs, and nothing rests on it.',
  })
  isRemovable!: boolean

  @Field(() => [String], {
    description: '쓰인 곳. What rests on it, in Korean, as far as who asks may see that.',
  })
  uses!: string[]

  @Field(() => DateTimeScalar, { description: '올린 일시. When it came.' })
  uploadedAt!: string

  @Field(() => String, { description: '내려받기 주소. Path on this server; every reading is written down.' })
  url!: string

  @Field(() => String, {
    nullable: true,
    description: '보기 주소. Path that a viewer on the page can show; null when it has to be downloaded.',
  })
  inlineUrl!: string | null
}

@ObjectType({ simpleResolvers: true, description: '증빙 파일 한 건. A file in a list, with its cursor.' })
class EvidenceFileEdge {
  @Field(() => EvidenceFileType, { description: '파일. The file.' })
  node!: EvidenceFileType

  @Field(() => String, { description: '커서. Where the list goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '증빙 파일 목록. A page of files, the newest first (Relay).',
})
class EvidenceFileConnection {
  @Field(() => [EvidenceFileEdge], { description: '항목. The files of the page.' })
  edges!: EvidenceFileEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

const newest: Order = {
  name: 'evidence-files',
  key: 't.created_at',
  type: 'timestamptz',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id', type: 'uuid' },
}

@Resolver(() => ViewerType)
export class ViewerEvidenceFiles {
  @FieldResolver(() => EvidenceFileConnection, {
    description: '증빙 파일 목록. Of the enterprises that the person acts for, the newest first.',
  })
  evidenceFiles(
    @Root() viewer: ViewerType,
    @Arg('first', () => Int, { defaultValue: 20, description: '몇 건. 1 to 100.' }) first: number,
    @Arg('after', () => String, {
      nullable: true,
      description: '이 커서 다음부터. A cursor of this very list: what comes after it.',
    })
    after: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const personId = keyOf('person', viewer.id)
    return readConnection(ctx, info, {
      shape: evidenceFileShape,
      order: newest,
      page: pageOf({ first, after: after ?? null }),
      where: conditions => {
        conditions.add(isKept('t'))
        conditions.add(`exists (select 1 from enterprise_member m
          where m.enterprise_id = t.enterprise_id and m.person_id = ${conditions.value(personId)}::uuid)`)
      },
    })
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseEvidenceFiles {
  @FieldResolver(() => [EvidenceFileType], {
    description: '증빙 파일. As far as who asks may see them, the newest first; nobody else sees any.',
  })
  evidenceFiles(
    @Root() row: { evidenceFiles: EvidenceFileType[] },
    @Arg('first', () => Int, { defaultValue: 50, description: '몇 건. 1 to 100.' }) first: number,
  ): EvidenceFileType[] {
    pageOf({ first })
    return row.evidenceFiles
  }
}

@Resolver(() => Evidence)
export class EvidenceFiles {
  @FieldResolver(() => EvidenceFileType, {
    nullable: true,
    description: '파일. The document itself, for those who may see it; null for everybody else.',
  })
  file(@Root() row: { file: EvidenceFileType | null }): EvidenceFileType | null {
    return row.file
  }
}
