import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/id.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { record as recordEvent } from '../../audit/record.ts'
import { Enterprise } from '../../enterprises/enterprise.entity.ts'
import { comparableName } from '../cell/name.ts'
import type { Reading } from '../read-list.ts'
import type { ExhibitorRecord } from '../records.ts'
import type { JudgedRow } from './judged-row.ts'
import type { EventStanding } from './event-standing.ts'
import { twiceIn } from './twice-in.ts'
import { wishedText } from './unknown-wishes.ts'
import { joinWishes, listParticipants, takeIn, type ToList } from './write-participants.ts'

interface KnownEnterprise {
  id: string
  name: string
  businessNumber: string
  isOurs: boolean
  isHeadOffice: boolean
}

type Judged = JudgedRow<ExhibitorRecord> & { enterpriseId: string | null }

/** By business number where the list has one, then the head office; else by a name that only one enterprise has. */
export async function judgeExhibitors(
  ctx: Context,
  standing: EventStanding,
  reading: Reading,
): Promise<Judged[]> {
  const rows = reading.records.flatMap(({ sheet, row, record }) =>
    record.type === 'exhibitor' ? [{ sheet, row, record }] : [],
  )
  const known = await readKnown(
    ctx,
    rows.map(({ record }) => record),
  )
  const twice = twiceIn(rows)
  return rows.map(one => {
    const { record } = one
    const fits = known.filter(enterprise => isMeant(enterprise, record))
    const enterpriseId = fits.length === 1 ? (fits[0]?.id ?? null) : null
    const before = standing.listed.find(
      ({ side, number }) => side === 'enterprise' && number === record.number,
    )
    const knownAs = comparableName(record.name)
    return {
      ...{ ...one, enterpriseId, party: record.name },
      problems: [...twice(one), ...nameProblems(record, fits), ...stateProblems(standing, enterpriseId)],
      facts: {
        ...{ party: record.name, items: record.items, category: record.category, knownAs },
        wished: wishedText(record.wished),
      },
      before:
        before === undefined
          ? null
          : {
              party: before.knownAs === knownAs ? record.name : before.knownAs,
              ...{ items: before.items, category: before.category, knownAs: before.knownAs },
              wished: wishedText(before.wished),
            },
    }
  })
}

const isMeant = ({ name, businessNumber, isHeadOffice }: KnownEnterprise, record: ExhibitorRecord) =>
  record.businessNumber === null
    ? comparableName(name) === comparableName(record.name)
    : isHeadOffice && businessNumber === record.businessNumber

function nameProblems(record: ExhibitorRecord, fits: readonly KnownEnterprise[]): JudgedRow['problems'] {
  const [only, another] = fits
  if (another !== undefined)
    return [
      {
        column: 'name',
        message: `‘${record.name}’이라는 기업이 ${fits.length}곳 있습니다. 사업자등록번호 열을 더해 어느 곳인지 적어 주세요.`,
      },
    ]
  if (only !== undefined && !only.isOurs)
    return [
      {
        column: 'businessNumber',
        message: '다른 센터가 아직 공개하지 않은 기업입니다. 그 센터에 먼저 물어봐 주세요.',
      },
    ]
  if (only !== undefined || record.businessNumber !== null) return []
  return [
    {
      column: 'name',
      message: `‘${record.name}’이라는 기업이 등록되어 있지 않습니다. 사업자등록번호 열을 더하면 새로 등록하며 가져옵니다. 번호를 적어 다시 올려 주세요.`,
    },
  ]
}

function stateProblems({ parties }: EventStanding, enterpriseId: string | null): JudgedRow['problems'] {
  const party = parties.find(({ of }) => of === enterpriseId)
  if (party === undefined || party.state === 'confirmed') return []
  return [
    {
      column: 'name',
      message: '이 기업은 이 행사에서 아직 확정되지 않았습니다. 선정 화면에서 먼저 확정해 주세요.',
    },
  ]
}

/** Near enough to be looked at one by one: a name holds the other's, whatever its legal form. */
const readKnown = ({ em }: Context, records: readonly ExhibitorRecord[]) =>
  readInside<KnownEnterprise[]>(
    em,
    `select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'businessNumber', e.business_number,
       'isHeadOffice', e.branch = '0000',
       'isOurs', e.state = 'published' or coalesce(e.center_id = scope_center(), false))), '[]')::text as json
     from enterprise e where (e.branch = '0000' and e.business_number = any($1::text[])
       or (e.state = 'published' or e.center_id = scope_center()) and exists (select 1 from unnest($2::text[]) n(name)
         where position(n.name in lower(regexp_replace(normalize(e.name, NFKC), '\\s', '', 'g'))) > 0))`,
    [
      records.flatMap(({ businessNumber }) => businessNumber ?? []),
      records.flatMap(({ businessNumber, name }) => (businessNumber === null ? [comparableName(name)] : [])),
    ],
  )

export async function writeExhibitors(
  ctx: Context,
  standing: EventStanding,
  rows: readonly Judged[],
): Promise<void> {
  const made = new Map<string, string>()
  const listed = rows.map(({ record, row, enterpriseId }): ToList => {
    const enterprise = enterpriseId ?? register(ctx, record, made)
    return {
      ...{
        side: 'enterprise',
        participation: takeIn(ctx, standing, 'enterprise', enterprise),
        officerId: null,
      },
      ...{ number: record.number, items: record.items, category: record.category, wished: record.wished },
      ...{ position: row, onDay: null, knownAs: comparableName(record.name) },
    }
  })
  // What the rest refers to.
  await ctx.em.flush()
  await listParticipants(ctx, standing.event.id, listed)
  await joinWishes(ctx, standing.event.id)
}

/** In draft: that it comes to an event makes it no part of the catalogue. */
function register(
  ctx: Context,
  { name, businessNumber }: ExhibitorRecord,
  made: Map<string, string>,
): string {
  if (businessNumber === null) throw new Error('An enterprise without a number was let through')
  const known = made.get(businessNumber)
  if (known !== undefined) return known
  const id = newId()
  const { centerId } = ctx.actor
  const dates = { createdAt: ctx.now, updatedAt: ctx.now }
  ctx.em.create(Enterprise, { id, businessNumber, name, centerId, source: 'event-enterprises', ...dates })
  recordEvent(ctx, 'enterprise.registered', { type: 'enterprise', id }, { centerId })
  made.set(businessNumber, id)
  return id
}
