import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { DateScalar } from '../../platform/scalars.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addDepartment, changeDepartment } from './change-department.ts'
import { addInstitution, changeInstitution, endInstitution } from './change-institution.ts'
import {
  DepartmentType,
  InstitutionChangesInput,
  InstitutionInput,
  InstitutionType,
  SuccessorInput,
} from './institution.graphql.ts'
import { departmentShape, institutionShape } from './institution.shape.ts'
import { succeedInstitution } from './succeed-institution.ts'

const which = { description: '기관. Which body.' }
export const seen = { description: '본 버전. `version` as it was read; CONFLICT when somebody was faster.' }

@Resolver()
export class InstitutionMutations {
  @Mutation(() => InstitutionType, { description: '기관 등록. A body that the centre keeps.' })
  async addInstitution(
    @Arg('institution', () => InstitutionInput, { description: '기관. The new body.' })
    { name, kind, region, parent, validFrom, validUntil }: InstitutionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const id = await addInstitution(ctx, {
      ...{
        name,
        kind,
        regionCode: region ?? null,
        validFrom: validFrom ?? null,
        validUntil: validUntil ?? null,
      },
      parentId: parent == null ? null : keyOf('institution', parent, 'institution.parent'),
    })
    return readOne(ctx, info, institutionShape, id)
  }

  @Mutation(() => InstitutionType, {
    description: '기관 수정. Its name, kind, region, body above and days. CONFLICT tells both values.',
  })
  async changeInstitution(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('changes', () => InstitutionChangesInput, { description: '변경. What to change.' })
    { region, parent, ...changes }: InstitutionChangesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('institution', id)
    await changeInstitution(ctx, key, expectedVersion, {
      ...{ ...changes, regionCode: region },
      parentId: parent == null ? parent : keyOf('institution', parent, 'institution.parent'),
    })
    return readOne(ctx, info, institutionShape, key)
  }

  @Mutation(() => InstitutionType, {
    description: '폐지. Its last day, and with it that of its departments. WRONG_STATE when it has ended.',
  })
  async endInstitution(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('on', () => DateScalar, { description: '마지막 날 (KST). Inclusive.' }) on: string,
    @Arg('reason', () => String, { nullable: true, description: '이유. Kept in the ledger.' })
    reason: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('institution', id)
    await endInstitution(ctx, key, { expectedVersion, on, reason: reason ?? null })
    return readOne(ctx, info, institutionShape, key)
  }

  @Mutation(() => InstitutionType, {
    description:
      '분리·통합. The body ends the day before, and others take over from it; its history stays its own. Several become one by naming the same successor.',
  })
  async succeedInstitution(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('on', () => DateScalar, { description: '승계일 (KST). First day of the successors.' }) on: string,
    @Arg('successors', () => [SuccessorInput], { description: '승계 기관. 1 to 20.' })
    successors: SuccessorInput[],
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('institution', id)
    await succeedInstitution(ctx, key, {
      ...{ expectedVersion, on },
      successors: successors.map(successor => ({
        id: successor.id == null ? null : keyOf('institution', successor.id, 'successors.id'),
        name: successor.name ?? null,
        regionCode: successor.region ?? null,
        departmentIds: successor.departments.map(one => keyOf('department', one, 'successors.departments')),
      })),
    })
    return readOne(ctx, info, institutionShape, key)
  }

  @Mutation(() => DepartmentType, { description: '부서 추가. A department of a body.' })
  async addDepartment(
    @Arg('institutionId', () => ID, which) institutionId: string,
    @Arg('name', () => String, { description: '이름. At most 100 characters.' }) name: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const id = await addDepartment(ctx, keyOf('institution', institutionId, 'institutionId'), name)
    return readOne(ctx, info, departmentShape, id)
  }

  @Mutation(() => DepartmentType, {
    description: '부서 수정. What is left out stays as it is; a null day is an open one.',
  })
  async changeDepartment(
    @Arg('id', () => ID, { description: '부서. Which department.' }) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('name', () => String, { nullable: true, description: '이름. Never null.' })
    name: string | undefined,
    @Arg('validFrom', () => DateScalar, { nullable: true, description: '존속 시작일. Null: since ever.' })
    validFrom: string | null | undefined,
    @Arg('validUntil', () => DateScalar, { nullable: true, description: '존속 마지막 날. Null: no end.' })
    validUntil: string | null | undefined,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('department', id)
    await changeDepartment(ctx, key, expectedVersion, { name: name ?? undefined, validFrom, validUntil })
    return readOne(ctx, info, departmentShape, key)
  }
}
