import { registerEnumType } from 'type-graphql'
import { noticeKinds } from './notice-kinds.ts'

/** `vetting.returned` → `VETTING_RETURNED` */
const nameOf = (kind: string) => kind.replace('.', '_').toUpperCase()

const kinds = Object.entries(noticeKinds)

export const NoticeKindEnum: Record<string, string> = Object.fromEntries(
  kinds.map(([kind]) => [nameOf(kind), kind]),
)

registerEnumType(NoticeKindEnum, {
  name: 'NoticeKind',
  description: '알림 종류. What a notice is about.',
  valuesConfig: Object.fromEntries(
    kinds.map(([kind, { label, meaning }]) => [nameOf(kind), { description: `${label}. ${meaning}` }]),
  ),
})
