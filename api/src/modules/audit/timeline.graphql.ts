import { Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { PageInfo } from '../../platform/page/page.graphql.ts'
import type { Order } from '../../platform/page/keyset.ts'
import { DateTimeScalar } from '../../platform/scalars.ts'
import { eventNames, isEventName, verbOf } from './event-names.ts'

@ObjectType({
  simpleResolvers: true,
  description: '바뀐 항목. One field that a change has changed; personal data is told only masked.',
})
export class FieldChange {
  @Field(() => String, { description: '항목. Name of the field.' })
  field!: string

  @Field(() => String, { nullable: true, description: '이전 값. As text; null: there was none.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: '새 값. As text; null: there is none now.' })
  to!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: '기록 한 건. One thing that was done, as the ledger has it.',
})
export class TimelineEntry {
  @Field(() => DateTimeScalar, { description: '일시. When.' })
  at!: string

  @Field(() => String, {
    description: '한 사람. Their name where the one who asks may know it, else the side: 센터, 기업, 시스템.',
  })
  actor!: string

  @Field(() => String, { description: '사건 코드. Stable name of the event, e.g. enterprise.published.' })
  event!: string

  @Field(() => String, { description: '사건. What was done, in Korean, e.g. 공개함.' })
  verb!: string

  @Field(() => String, { description: '대상 종류. What it was done to, e.g. enterprise, product.' })
  subject!: string

  @Field(() => String, { nullable: true, description: '이유. As it was given.' })
  reason!: string | null

  @Field(() => [FieldChange], { description: '바뀐 항목. Field by field; empty where nothing was compared.' })
  changes!: FieldChange[]
}

@ObjectType({ simpleResolvers: true, description: '기록 항목. An entry in a timeline, with its cursor.' })
export class TimelineEdge {
  @Field(() => TimelineEntry, { description: '기록. The entry.' })
  node!: TimelineEntry

  @Field(() => String, { description: '커서. Where the timeline goes on after it.' })
  cursor!: string
}

@ObjectType({
  simpleResolvers: true,
  description: '기록 목록. A page of a timeline, the latest first (Relay).',
})
export class TimelineConnection {
  @Field(() => [TimelineEdge], { description: '항목. The entries of the page.' })
  edges!: TimelineEdge[]

  @Field(() => PageInfo, { description: '쪽 정보. Where the page stands.' })
  pageInfo!: PageInfo
}

/** The latest first. */
export const timelineOrder: Order = {
  name: 'timeline',
  key: 't.id',
  type: 'bigint',
  isNullable: false,
  isDescending: true,
  id: { column: 't.id::text', type: 'text' },
}

interface RecordedChanges {
  event: string
  changes: Record<string, { from: unknown; to: unknown }> | null
  from: unknown
  to: unknown
}

@Resolver(() => TimelineEntry)
export class TimelineEntries {
  @FieldResolver(() => String)
  verb(@Root() { verb }: TimelineEntry): string {
    return verbOf(verb)
  }

  @FieldResolver(() => [FieldChange])
  changes(@Root() { changes }: { changes: RecordedChanges }): FieldChange[] {
    const fields = Object.entries(changes.changes ?? steps(changes))
    return fields.map(([field, { from, to }]) => ({ field, from: asText(from), to: asText(to) }))
  }
}

/** A step of a workflow says only from and to; the table of events says of what. */
function steps({ event, from, to }: RecordedChanges): Record<string, { from: unknown; to: unknown }> {
  if (!isEventName(event) || to == null) return {}
  const entry: { verb: string; field?: string } = eventNames[event]
  return entry.field === undefined ? {} : { [entry.field]: { from, to } }
}

function asText(value: unknown): string | null {
  if (value == null) return null
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
