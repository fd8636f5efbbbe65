import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requireRole } from '../accounts/require-role.ts'
import { validitySql } from '../certifications/certification.shape.ts'
import { record } from '../audit/record.ts'
import type { Event } from '../events/event.entity.ts'
import { partyKey, type Party } from './apply.ts'
import { holdEventOfDesk } from './hold-curation.ts'
import { replyUntil } from './move.ts'
import { Participation } from './participation.entity.ts'
import type { Side } from './participation.states.ts'
import { rehearse, type Refused } from './rehearse.ts'

/** Whom to invite: named, or all that the rest finds. */
export interface Invited {
  side: Side
  ids?: readonly string[] | null
  query?: string | null
  kind?: string | null
  category?: string | null
  region?: string | null
}

export interface Invitations {
  isDryRun: boolean
  /** Participations that came of it. */
  ids: string[]
  names: string[]
  refused: Refused[]
}

const most = 1_000

interface Candidate {
  id: string
  name: string
  isThere: boolean
}

/** 초청 — into an event, by name or by what they are; whoever is in it already is left as they are. */
export async function inviteParticipants(
  ctx: Context,
  eventId: string,
  invited: Invited,
  isDryRun: boolean,
): Promise<Invitations> {
  requireRole(ctx, 'staff', 'lead')
  return rehearse(ctx, isDryRun, async ctx => {
    const event = await holdEventOfDesk(ctx, eventId)
    if (!['open', 'curating', 'confirmed'].includes(event.state))
      throw new Refusal('WRONG_STATE', `The event is ${event.state}; open it first.`, 'eventId')
    const candidates = await findCandidates(ctx, event, invited)
    const fresh = candidates.filter(({ isThere }) => !isThere)
    const ids = fresh.map(({ id }) => add(ctx, event, { side: invited.side, id }))
    return {
      isDryRun,
      ids,
      names: fresh.map(({ name }) => name),
      refused: candidates
        .filter(({ isThere }) => isThere)
        .map(({ id, name }) => ({
          id,
          code: 'CONFLICT' as const,
          message: `${name} is in the event already.`,
        })),
    }
  })
}

function add(ctx: Context, event: Event, party: Party): string {
  const until = replyUntil(ctx, event)
  const { id } = ctx.em.create(Participation, {
    id: newId(),
    eventId: event.id,
    centerId: event.centerId,
    side: party.side,
    ...partyKey(party),
    origin: 'invited',
    state: 'invited',
    toldState: 'invited',
    replyUntil: until,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  })
  const detail = { event: event.id, version: 1, replyUntil: until }
  record(ctx, 'participation.invited', { type: 'participation', id }, detail)
  return id
}

async function findCandidates(ctx: Context, event: Event, invited: Invited): Promise<Candidate[]> {
  const { ids, query, kind, category, region } = invited
  if (ids == null && query == null && kind == null && category == null && region == null)
    throw new Refusal('BAD_USER_INPUT', 'Say whom to invite: `ids`, or what they are.', 'invited')
  const found = await readInside<Candidate[]>(
    ctx.em,
    `select coalesce(json_agg(x order by x.name, x.id), '[]')::text as json from (
       ${invited.side === 'enterprise' ? enterprises : departments} limit ${most + 1}) x`,
    [event.id, ids ?? null, query?.trim() ?? null, kind ?? null, category ?? null, region ?? null, ctx.today],
  )
  if (ids != null && found.length < new Set(ids).size)
    throw new Refusal('NOT_FOUND', 'Somebody named in `ids` is not known to the centre.', 'invited.ids')
  if (found.length > most)
    throw new Refusal('BAD_USER_INPUT', `More than ${most} are meant; say it more narrowly.`, 'invited')
  return found
}

const isThere = (column: string, id: string) =>
  `exists (select 1 from participation p where p.event_id = $1::uuid and p.${column} = ${id}) as "isThere"`

/** Of the catalogue; one that is not in it is kept by the centre. */
const enterprises = `
  select e.id, e.name, ${isThere('enterprise_id', 'e.id')} from enterprise e
  where (e.state = 'published' or e.center_id = scope_center())
    and ($2::uuid[] is null or e.id = any($2::uuid[]))
    and ($3::text is null or position(lower($3) in lower(e.name)) > 0)
    and ($4::text is null or exists (select 1 from certification c where c.enterprise_id = e.id
      and c.kind_code = $4 and ${validitySql('c', '$7::date')} = 'valid'))
    and ($5::text is null or exists (select 1 from product s where s.enterprise_id = e.id and s.state = 'on_sale'
      and starts_with(s.category_code, $5)))
    and ($6::text is null or starts_with(e.region_code, regexp_replace($6, '(00)+$', '')))
  order by e.name, e.id`

const departments = `
  select d.id, i.name || ' ' || d.name as name, ${isThere('department_id', 'd.id')}
  from department d join institution i on i.id = d.institution_id
  where d.center_id = scope_center() and ($2::uuid[] is null or d.id = any($2::uuid[]))
    and ($3::text is null or position(lower($3) in lower(i.name || ' ' || d.name)) > 0)
    and $4::text is null and $5::text is null
    and ($6::text is null or starts_with(i.region_code, regexp_replace($6, '(00)+$', '')))
    and $7::date is not null and coalesce(d.valid_from <= $7::date, true) and coalesce(d.valid_until >= $7::date, true)
  order by i.name, d.name, d.id`
