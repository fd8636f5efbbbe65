import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { globalId, keyOf } from '../../platform/global-id.ts'
import { requireRole } from '../accounts/require-role.ts'
import { addClaimedFigure, removeClaimedFigure, settleReport } from './change-report.ts'
import { ClaimedFigureInput } from './claim.graphql.ts'
import { readReport } from './read-report.ts'
import { asType, EventReportType } from './report.graphql.ts'

const whichEvent = { description: '행사. Which event.' }

@Resolver()
export class ReportMutations {
  @Mutation(() => EventReportType, {
    description: '발표 수치 적기. Keeps a published figure with its source; the report checks it.',
  })
  async addClaimedFigure(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('claim', () => ClaimedFigureInput, { description: '발표 수치. As it was printed.' })
    claim: ClaimedFigureInput,
    @Ctx() ctx: Context,
  ): Promise<EventReportType> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('event', eventId, 'eventId')
    const { about = null, value = null, publishedOn = null } = claim
    await addClaimedFigure(ctx, key, { ...claim, about, value, publishedOn })
    return reportAfter(ctx, key)
  }

  @Mutation(() => ID, { description: '발표 수치 삭제. Returns the id of what is gone.' })
  async removeClaimedFigure(
    @Arg('id', () => ID, { description: '발표 수치. Which one.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<string> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('claimedfigure', id)
    await removeClaimedFigure(ctx, key)
    return globalId('claimedfigure', key)
  }

  @Mutation(() => EventReportType, {
    description:
      '결과 보고 확정. Keeps the figures as of now; what changes later is told. WRONG_STATE before the event was held, and when nothing has changed.',
  })
  async settleEventReport(
    @Arg('eventId', () => ID, whichEvent) eventId: string,
    @Arg('note', () => String, { nullable: true, description: '메모. At most 300 characters.' })
    note: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<EventReportType> {
    requireRole(ctx, 'staff', 'lead')
    const key = keyOf('event', eventId, 'eventId')
    await settleReport(ctx, key, note ?? null)
    return reportAfter(ctx, key)
  }
}

async function reportAfter(ctx: Context, key: string): Promise<EventReportType> {
  const report = await readReport(ctx, key)
  if (!report) throw new Error(`The event ${key} is gone`)
  return asType(report)
}
