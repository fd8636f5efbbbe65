import type { EntityManager } from '@mikro-orm/postgresql'
import type { Context, Role } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { inScope } from '../../platform/scope.ts'
import { personOf } from '../accounts/require-role.ts'
import { record } from '../audit/record.ts'
import { isAlwaysMailed, isNoticeKind, noticeKinds, type NoticeKind } from './notice-kinds.ts'
import { noticeRules, type Audience, type NoticeRule } from './notice-rules.ts'

export interface NoticeChoice {
  kind: NoticeKind
  label: string
  isByMail: boolean
  isFixed: boolean
}

/** Who is ever told what goes to an audience. */
const rolesOf: Record<Audience, readonly Role[]> = {
  enterprise: ['enterprise'],
  department: ['buyer'],
  desk: ['staff', 'lead'],
  assignee: ['staff', 'lead'],
  person: ['buyer', 'enterprise', 'staff', 'lead'],
}

/** An invitation comes before there is anybody to choose, and a membership is an enterprise's. */
const isFor = (role: Context['actor']['role'], { kind, about, to }: NoticeRule) =>
  kind !== 'account.invite' &&
  (about === 'membership' && to === 'person'
    ? role === 'enterprise'
    : rolesOf[to].some(each => each === role))

/** 메일로 받을 알림 — everything that somebody of this role is told, and whether it comes by mail as well. */
export function noticeChoices(ctx: Context): Promise<NoticeChoice[]> {
  const id = personOf(ctx)
  return inScope(ctx, async ({ em, actor }) => {
    const isUnmailed = await unmailed(em, [id])
    const kinds = new Set(noticeRules.filter(rule => isFor(actor.role, rule)).map(({ kind }) => kind))
    return [...kinds].map(kind => choiceOf(kind, !isUnmailed(id, kind)))
  })
}

/** Takes a kind of notice by mail, or in the app only. */
export function setNoticeMail(ctx: Context, kind: string, isByMail: boolean): Promise<NoticeChoice> {
  const id = personOf(ctx)
  return inScope(ctx, async ctx => {
    if (!isNoticeKind(kind)) throw new Refusal('BAD_USER_INPUT', 'There is no such kind of notice.', 'kind')
    if (!isByMail && isAlwaysMailed(kind))
      throw new Refusal('WRONG_STATE', '결정과 기한, 계정에 관한 알림은 꼭 메일로도 보냅니다.', 'kind')
    await ctx.em.execute(
      isByMail
        ? 'delete from notice_unmailed where person_id = ? and kind = ?'
        : 'insert into notice_unmailed (person_id, kind, since) values (?, ?, ?) on conflict do nothing',
      isByMail ? [id, kind] : [id, kind, ctx.now],
    )
    record(ctx, 'notice.choice_changed', { type: 'person', id }, { kind, isByMail })
    return choiceOf(kind, isByMail)
  })
}

const choiceOf = (kind: NoticeKind, isByMail: boolean): NoticeChoice => ({
  kind,
  label: noticeKinds[kind].label,
  isByMail,
  isFixed: isAlwaysMailed(kind),
})

/** Which of these people do without which kinds by mail; what has become fixed since comes all the same. */
export async function unmailed(
  em: EntityManager,
  personIds: readonly string[],
): Promise<(personId: string, kind: string) => boolean> {
  const rows = await readInside<{ person: string; kind: string }[]>(
    em,
    `select coalesce(json_agg(json_build_object('person', person_id, 'kind', kind)), '[]')::text as json
     from notice_unmailed where person_id = any($1::uuid[])`,
    [[...new Set(personIds)]],
  )
  const off = new Set(rows.map(({ person, kind }) => `${person} ${kind}`))
  return (person, kind) => off.has(`${person} ${kind}`) && !(isNoticeKind(kind) && isAlwaysMailed(kind))
}
