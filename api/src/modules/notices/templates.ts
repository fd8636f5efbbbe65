import type { EntityManager } from '@mikro-orm/postgresql'
import { readInside } from '../../platform/read/read-inside.ts'
import type { NoticeKind } from './notice-kinds.ts'
import type { Words } from './template-text.ts'

interface Current {
  centerId: string | null
  kind: string
  words: Words | null
}

/** The words that count now, by kind and centre. */
export async function currentWords(
  em: EntityManager,
): Promise<(kind: NoticeKind, center: string | null) => Words> {
  const current = await readInside<Current[]>(
    em,
    `select coalesce(json_agg(c), '[]')::text as json from (
       select distinct on (center_id, kind) center_id as "centerId", kind,
         case when subject is not null then json_build_object('subject', subject, 'body', body) end as words
       from notice_template order by center_id, kind, version desc
     ) c`,
  )
  const byKey = new Map(current.map(({ centerId, kind, words }) => [`${kind} ${centerId ?? ''}`, words]))
  return (kind, center) => {
    const words = byKey.get(`${kind} ${center ?? ''}`) ?? byKey.get(`${kind} `)
    if (!words) throw new Error(`There is no template of ${kind}`)
    return words
  }
}
