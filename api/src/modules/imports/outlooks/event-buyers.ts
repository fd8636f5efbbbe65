import type { Context } from '../../../platform/context.ts'
import { addDays, type Day } from '../../../platform/day.ts'
import { insertRows } from '../../../platform/insert-rows.ts'
import { readInside } from '../../../platform/read/read-inside.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { createDepartment } from '../../institutions/change-department.ts'
import { create as createInstitution } from '../../institutions/change-institution.ts'
import { createOfficer } from '../../institutions/change-officer.ts'
import { Department, Institution } from '../../institutions/institution.entity.ts'
import { checkedOfficer, type OfficerValues } from '../../institutions/officer-values.ts'
import { Officer } from '../../institutions/officer.entity.ts'
import type { Reading } from '../read-list.ts'
import type { BuyerRecord } from '../records.ts'
import type { JudgedRow } from './judged-row.ts'
import type { EventStanding, Listed } from './event-standing.ts'
import { twiceIn } from './twice-in.ts'
import { wishedText } from './unknown-wishes.ts'
import { joinWishes, keepAway, listParticipants, takeIn, type ToList } from './write-participants.ts'

/** An officer is kept for what comes after the event: follow-ups run for a year. */
const keptDays = 365
const longestName = 100

interface KnownDepartment {
  id: string
  name: string
  institution: string
  institutionName: string
}

export async function judgeBuyers(
  ctx: Context,
  standing: EventStanding,
  reading: Reading,
): Promise<JudgedRow<BuyerRecord>[]> {
  const departments = await readDepartments(ctx)
  const rows = reading.records.flatMap(({ sheet, row, record }) =>
    record.type === 'buyer' ? [{ sheet, row, record }] : [],
  )
  const twice = twiceIn(rows)
  return rows.map(one => {
    const { record } = one
    const known = standing.listed.find(
      ({ side, number }) => side === 'department' && number === record.number,
    )
    return {
      ...one,
      party: `${record.institution} ${record.department}`,
      problems: [
        ...twice(one),
        ...problemsOf(ctx, standing, record),
        ...placeProblems(standing, departments, record),
      ],
      facts: {
        ...{ party: `${record.institution} ${record.department}`, onDay: record.onDay, items: record.items },
        wished: wishedText(record.wished),
      },
      before: known === undefined ? null : factsBefore(known, record, standing, departments),
    }
  })
}

/** What the list said before; that the person is another one is told by nothing but that the row changes. */
function factsBefore(
  { onDay, items, name, participation, wished }: Listed,
  record: BuyerRecord,
  { parties }: EventStanding,
  departments: readonly KnownDepartment[],
) {
  const of = parties.find(({ id }) => id === participation)?.of
  const department = departments.find(({ id }) => id === of)
  const party = department === undefined ? null : `${department.institutionName} ${department.name}`
  const isSame = name === record.name
  return {
    ...{ party: isSame ? party : `${party} (다른 담당자)`, onDay, items },
    wished: wishedText(wished),
  }
}

function problemsOf(ctx: Context, { event, days }: EventStanding, record: BuyerRecord) {
  const problems: JudgedRow['problems'] = []
  if (record.onDay !== null && !days.includes(record.onDay))
    problems.push({
      column: 'onDay',
      message: `${record.onDay}은(는) 이 행사의 날이 아닙니다(${days.join(', ') || '정한 날 없음'}). 날짜를 고치거나 행사 설정에서 날을 더해 주세요.`,
    })
  for (const column of ['institution', 'department'] as const)
    if (record[column].length > longestName)
      problems.push({ column, message: `${longestName}자까지 적을 수 있습니다. 줄여 주세요.` })
  try {
    checkedOfficer(ctx, officerOf(ctx, event.title, days, record))
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    const field = problem.field?.replace('officer.', '') ?? 'name'
    problems.push({ column: field, message: unreadable[field] ?? '읽을 수 없는 값입니다. 고쳐 주세요.' })
  }
  return problems
}

const unreadable: Record<string, string> = {
  name: '성명은 50자까지 적을 수 있습니다. 고쳐 주세요.',
  phone: '전화번호로 읽을 수 없습니다. 02-000-0000 꼴로 적거나 비워 주세요.',
  email: '이메일 주소로 읽을 수 없습니다. 고치거나 비워 주세요.',
}

function placeProblems(
  { parties }: EventStanding,
  departments: readonly KnownDepartment[],
  record: BuyerRecord,
): JudgedRow['problems'] {
  const fits = departments.filter(department => isMeant(department, record))
  if (fits.length > 1)
    return [
      { column: 'department', message: '이름이 같은 부서가 여럿입니다. 기관·부서에서 먼저 합쳐 주세요.' },
    ]
  const party = parties.find(({ of }) => of === fits[0]?.id)
  if (party === undefined || party.state === 'confirmed') return []
  return [
    {
      column: 'institution',
      message: '이 부서는 이 행사에서 아직 확정되지 않았습니다. 선정 화면에서 먼저 확정해 주세요.',
    },
  ]
}

const isMeant = ({ name, institutionName }: KnownDepartment, { institution, department }: BuyerRecord) =>
  plain(name) === plain(department) && plain(institutionName) === plain(institution)

const plain = (name: string) => name.normalize('NFC').replaceAll(/\s/g, '')

const readDepartments = ({ em, today }: Context) =>
  readInside<KnownDepartment[]>(
    em,
    `select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'institution', i.id,
       'institutionName', i.name)), '[]')::text as json
     from department d join institution i on i.id = d.institution_id
     where d.center_id = scope_center() and coalesce(d.valid_until >= $1::date, true)`,
    [today],
  )

const officerOf = (
  { today }: Context,
  title: string,
  days: readonly Day[],
  { name, phone, email }: BuyerRecord,
): OfficerValues => {
  const last = days.toSorted().at(-1) ?? today
  const keepUntil = addDays(last > today ? last : today, keptDays)
  return { name, title: null, phone, email, purpose: `${title} 상담`.slice(0, 200), keepUntil }
}

export async function writeBuyers(
  ctx: Context,
  standing: EventStanding,
  rows: readonly JudgedRow<BuyerRecord>[],
): Promise<void> {
  const departmentOf = await departmentsOf(ctx, rows)
  const ids = [...new Set(departmentOf.values())]
  const departments = new Map((await ctx.em.find(Department, { id: { $in: ids } })).map(row => [row.id, row]))
  const officers = await ctx.em.find(Officer, { departmentId: { $in: ids } })
  const known = new Map(officers.map(({ id, departmentId, name }) => [`${departmentId} ${name}`, id]))
  const listed = rows.map(({ record, row, party }): ToList => {
    const department = departments.get(departmentOf.get(plain(party)) ?? '')
    if (!department) throw new Error(`Row ${row} has no department to come for`)
    const key = `${department.id} ${record.name}`
    const officerId =
      known.get(key) ??
      createOfficer(ctx, department, officerOf(ctx, standing.event.title, standing.days, record))
    known.set(key, officerId)
    return {
      ...{ side: 'department', participation: takeIn(ctx, standing, 'department', department.id), officerId },
      ...{ number: record.number, onDay: record.onDay, items: record.items, wished: record.wished },
      ...{ position: row, knownAs: null, category: null },
    }
  })
  // What the rest refers to.
  await ctx.em.flush()
  const attending = listed.map(({ participation, officerId }) => ({
    ...{ participation_id: participation, officer_id: officerId },
  }))
  await insertRows(ctx.em, 'participation_officer', attending, { onConflict: 'on conflict do nothing' })
  await listParticipants(ctx, standing.event.id, listed)
  await keepAway(ctx, standing.event.id, [...new Set(listed.map(({ participation }) => participation))])
  await joinWishes(ctx, standing.event.id)
}

/** The department of each body and department that the rows name; what there is not yet is made. */
async function departmentsOf(
  ctx: Context,
  rows: readonly JudgedRow<BuyerRecord>[],
): Promise<Map<string, string>> {
  const known = await readDepartments(ctx)
  const bodies = await ctx.em.find(Institution, { centerId: ctx.actor.centerId ?? '' })
  const found = new Map<string, string>()
  for (const { party, record } of rows) {
    if (found.has(plain(party))) continue
    const there = known.find(department => isMeant(department, record))
    found.set(plain(party), there?.id ?? (await newDepartment(ctx, bodies, record)))
  }
  return found
}

async function newDepartment(ctx: Context, bodies: Institution[], record: BuyerRecord): Promise<string> {
  const known = bodies.find(
    ({ name, validUntil }) =>
      plain(name) === plain(record.institution) && (validUntil == null || validUntil >= ctx.today),
  )
  if (known) return createDepartment(ctx, known, record.department)
  const id = await createInstitution(ctx, {
    ...{ name: record.institution, kind: 'other', regionCode: null },
    ...{ parentId: null, validFrom: null, validUntil: null },
  })
  const made = await ctx.em.findOneOrFail(Institution, { id })
  bodies.push(made)
  return createDepartment(ctx, made, record.department)
}
