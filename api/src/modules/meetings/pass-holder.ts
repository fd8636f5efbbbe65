import type { Context } from '../../platform/context.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { inScope } from '../../platform/scope.ts'
import { partyNameSql } from './meeting-name.ts'
import type { OpenedPass } from './open-pass.ts'

interface Holder {
  eventTitle: string
  name: string
  side: 'enterprise' | 'department'
}

/** Whose link it is, as the database shows it to them. */
export const readPassHolder = (ctx: Context, pass: OpenedPass): Promise<Holder> =>
  inScope({ ...ctx, actor: pass.actor }, ({ em }) =>
    readInside<Holder>(
      em,
      `select json_build_object('eventTitle', e.title, 'name', ${partyNameSql('p.id')}, 'side', p.side)::text as json
       from participation p join event e on e.id = p.event_id where p.id = $1`,
      [pass.participationId],
    ),
  )
