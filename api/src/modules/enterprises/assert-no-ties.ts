import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** 이해충돌 — whoever has ties to an enterprise leaves the judging to a colleague. */
export async function assertNoTies({ em, actor }: Context, enterpriseId: string): Promise<void> {
  const ties = await em.execute<object[]>(
    `select 1 from enterprise_member where enterprise_id = ? and person_id = ?
     union all select 1 from conflict_of_interest where enterprise_id = ? and person_id = ?`,
    [enterpriseId, actor.personId, enterpriseId, actor.personId],
  )
  if (ties.length > 0)
    throw new Refusal('FORBIDDEN', '이해충돌이 있는 기업입니다. 다른 담당자가 확인해야 합니다.', 'id')
}
