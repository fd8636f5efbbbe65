import type { Actor, Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Department, Institution } from '../institutions/institution.entity.ts'
import { departmentOf, livesIn, plannedFor } from './find-plan.ts'
import type { PlanRow } from './read-table.ts'

/** A row, and the department it is of. */
export interface Placed extends PlanRow {
  departmentRow: Department | null
  /** The very same stands there already. */
  isStored: boolean
  institutionName: string | null
}

interface Known {
  department: Department
  institution: string
}

interface Where {
  departmentId: string | null
  institutionId: string | null
}

/** Departments that the rows may be of, with the names of their bodies. */
export async function departmentsFor(ctx: Context, { departmentId, institutionId }: Where): Promise<Known[]> {
  const found =
    departmentId === null
      ? await ctx.em.find(Department, {
          $and: [plannedFor(ctx), institutionId === null ? {} : { institutionId }],
        })
      : [await departmentOf(ctx, departmentId)]
  if (found.length === 0)
    throw new Refusal(
      'NOT_FOUND',
      'There is no department to plan for.',
      institutionId === null ? 'table' : 'institutionId',
    )
  const bodies = await ctx.em.find(Institution, { id: { $in: found.map(row => row.institutionId) } })
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return found.map(department => ({ department, institution: names.get(department.institutionId) ?? '' }))
}

interface Placing extends Where {
  year: number
  actor: Actor
}

/** Finds the department of each row by name; none, or more than one, is a problem of that row. */
export function placeRows(rows: readonly PlanRow[], known: Known[], placing: Placing): Placed[] {
  const living = known.filter(({ department }) => livesIn(department, placing.year))
  return rows.map(row => {
    const problems = [...row.problems]
    const place = placing.departmentId === null ? byName(row, known, living) : { fits: living }
    const [only, another] = place.fits
    if (place.problem !== undefined) problems.push({ column: 'department', message: place.problem })
    else if (!only) problems.push({ column: 'department', message: `${placing.year}년에는 없는 부서입니다.` })
    else if (another)
      problems.push({
        column: 'department',
        message: '이 이름의 부서가 여러 기관에 있습니다. 기관을 적어 주세요.',
      })
    if (row.visibility === 'department' && placing.actor.role !== 'buyer')
      problems.push({ column: 'visibility', message: '‘부서만’은 그 부서의 담당자만 고를 수 있습니다.' })
    const placed = another ? undefined : only
    return {
      ...row,
      problems,
      isStored: false,
      departmentRow: placed?.department ?? null,
      institutionName: placed?.institution ?? null,
    }
  })
}

function byName(row: PlanRow, known: Known[], living: Known[]): { fits: Known[]; problem?: string } {
  if (row.department === '') return { fits: [], problem: '부서가 비어 있습니다.' }
  const isMeant = ({ department, institution }: Known) =>
    plain(department.name) === plain(row.department) &&
    (row.institution === '' || plain(institution) === plain(row.institution))
  if (known.some(isMeant)) return { fits: living.filter(isMeant) }
  const body = row.institution === '' ? '' : `${row.institution}에 `
  return {
    fits: [],
    problem: `${body}‘${row.department}’ 부서가 없습니다. 이름을 고치거나 기관에 부서를 먼저 추가해 주세요.`,
  }
}

const plain = (name: string) => name.normalize('NFC').replaceAll(/\s/g, '')
