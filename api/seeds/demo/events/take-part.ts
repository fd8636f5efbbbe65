import { addDays } from '../../../src/platform/day.ts'
import type { Department } from './bodies.ts'
import type { Occasion, Round } from './occasion.ts'
import { instantAt, madeAt, newRowId, type Stage } from './stage.ts'

interface Part {
  state?: 'confirmed' | 'not_selected' | 'declined'
  round?: Round
  groupId?: string
  placeId?: string
  reasonCode?: string
  reason?: string
  statement?: string
}

/** 참여기업. */
export const addEnterprise = (stage: Stage, occasion: Occasion, enterpriseId: string, part: Part = {}) =>
  addParticipation(stage, occasion, { enterpriseId, departmentId: null }, part)

/** 참여부서 with the officers who come for it. */
export function addOfficers(stage: Stage, occasion: Occasion, department: Department, part: Part = {}) {
  const id = addParticipation(stage, occasion, { enterpriseId: null, departmentId: department.id }, part)
  for (const officerId of department.officerIds)
    stage.rows.participation_officer.push({ participation_id: id, officer_id: officerId })
  return id
}

function addParticipation(
  stage: Stage,
  { id: eventId, on }: Occasion,
  { enterpriseId, departmentId }: { enterpriseId: string | null; departmentId: string | null },
  part: Part,
): string {
  const made = madeAt(stage, addDays(on, -40))
  const { state = 'confirmed' } = part
  const isEnterprise = enterpriseId !== null
  stage.rows.participation.push({
    ...made,
    event_id: eventId,
    center_id: stage.centerId,
    side: isEnterprise ? 'enterprise' : 'department',
    enterprise_id: enterpriseId,
    department_id: departmentId,
    group_id: part.groupId ?? null,
    origin: isEnterprise ? 'applied' : 'invited',
    state,
    statement: part.statement ?? null,
    seats: 1,
    reason_code: part.reasonCode ?? null,
    reason: part.reason ?? null,
    decided_at: instantAt(addDays(on, -25), '15:00'),
    decided_by_id: stage.staffId,
    letter_sent_at: instantAt(addDays(on, -24), '10:00'),
    place_id: part.placeId ?? null,
  })
  if (part.round) stage.rows.participation_round.push({ participation_id: made.id, round_id: part.round.id })
  return made.id
}

/** 참여그룹 — one that is no certificate. */
export function addGroup(stage: Stage, { id, on }: Occasion, name: string, note: string): string {
  const groupId = newRowId(stage, on)
  stage.rows.participant_group.push({ id: groupId, event_id: id, name, note })
  return groupId
}

/** 체크인 of every officer, dealt to the days. */
export function checkInOfficers(
  stage: Stage,
  { id, on, rounds }: Occasion,
  parts: { id: string; department: Department }[],
) {
  const days = rounds.flatMap(round => round.days)
  for (const [index, part] of parts.entries())
    for (const officerId of part.department.officerIds) {
      const day = days[index % days.length]
      if (!day) return
      stage.rows.check_in.push({
        id: newRowId(stage, on),
        event_id: id,
        day_id: day.id,
        participation_id: part.id,
        officer_id: officerId,
        at: instantAt(day.on, `09:${String(stage.random.between(0, 59)).padStart(2, '0')}`),
        by_id: stage.staffId,
      })
    }
}
