import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Int, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { keyOf } from '../../platform/global-id.ts'
import { readOne } from '../../platform/read/read.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addOfficer, changeOfficer, removeOfficer, revealOfficer } from './change-officer.ts'
import { seen } from './institution-mutations.graphql.ts'
import { DepartmentType } from './institution.graphql.ts'
import { departmentShape } from './institution.shape.ts'
import { linkOfficer, unlinkOfficer } from './link-officer.ts'
import { OfficerChangesInput, OfficerInput, OfficerType, RevealedOfficerType } from './officer.graphql.ts'
import { officerShape } from './officer.shape.ts'

const which = { description: '담당자. Which officer.' }

@Resolver()
export class OfficerMutations {
  @Mutation(() => OfficerType, {
    description: '담당자 추가. A person in a department, for what and until when.',
  })
  async addOfficer(
    @Arg('departmentId', () => ID, { description: '부서. Where.' }) departmentId: string,
    @Arg('officer', () => OfficerInput, { description: '담당자. The new officer.' })
    { name, title, phone, email, purpose, keepUntil }: OfficerInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const id = await addOfficer(ctx, keyOf('department', departmentId, 'departmentId'), {
      ...{ name, purpose, keepUntil },
      ...{ title: title ?? null, phone: phone ?? null, email: email ?? null },
    })
    return readOne(ctx, info, officerShape, id)
  }

  @Mutation(() => OfficerType, { description: '담당자 수정. CONFLICT tells both values, masked.' })
  async changeOfficer(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('changes', () => OfficerChangesInput, { description: '변경. What to change.' })
    changes: OfficerChangesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('officer', id)
    await changeOfficer(ctx, key, expectedVersion, changes)
    return readOne(ctx, info, officerShape, key)
  }

  @Mutation(() => DepartmentType, {
    description:
      '담당자 삭제. Returns the department; whoever signed in as the officer acts for it no longer.',
  })
  async removeOfficer(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const departmentId = await removeOfficer(ctx, keyOf('officer', id), expectedVersion)
    return readOne(ctx, info, departmentShape, departmentId)
  }

  @Mutation(() => RevealedOfficerType, {
    description:
      '담당자 열람. The values behind the masks. The reason (10 characters or more) is kept in the ledger with who asked.',
  })
  revealOfficer(
    @Arg('id', () => ID, which) id: string,
    @Arg('reason', () => String, { description: '이유. What it is needed for; kept in the ledger.' })
    reason: string,
    @Ctx() ctx: Context,
  ) {
    requireRole(ctx, 'staff', 'lead')
    return revealOfficer(ctx, keyOf('officer', id), reason)
  }

  @Mutation(() => OfficerType, {
    description: '계정 연결. The buyer who signs in with that address acts for the department from now on.',
  })
  async linkOfficer(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Arg('email', () => String, { description: '전자우편. That the buyer signs in with.' }) email: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('officer', id)
    await linkOfficer(ctx, key, { expectedVersion, email })
    return readOne(ctx, info, officerShape, key)
  }

  @Mutation(() => OfficerType, {
    description: '연결 해제. The account stays, and acts for the department no longer.',
  })
  async unlinkOfficer(
    @Arg('id', () => ID, which) id: string,
    @Arg('expectedVersion', () => Int, seen) expectedVersion: number,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('officer', id)
    await unlinkOfficer(ctx, key, expectedVersion)
    return readOne(ctx, info, officerShape, key)
  }
}
