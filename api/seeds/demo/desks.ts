import type { Context } from '../../src/platform/context.ts'
import { readInside } from '../../src/platform/read/read-inside.ts'
import type { Catalogue, EnterpriseRow } from './rows.ts'

export interface Desk {
  centerId: string
  /** Who holds cases there; the first holds most. */
  staffIds: string[]
  enterprises: EnterpriseRow[]
}

interface Found {
  desks: Omit<Desk, 'enterprises'>[]
  ownId: string
  ownerId: string
}

/** Who vets whom in the demo: the centres with their staff, and whom the demo person of the enterprises acts for. */
export async function peopleOf({ em }: Context, catalogue: Catalogue) {
  const { desks, ownId, ownerId } = await readInside<Found>(
    em,
    `select json_build_object(
       'desks', (
         select json_agg(json_build_object('centerId', c.id, 'staffIds', (
           select json_agg(p.id order by p.id) from person p where p.center_id = c.id and p.role = 'staff')) order by c.id)
         from center c),
       'ownId', m.enterprise_id, 'ownerId', m.person_id)::text as json
     from enterprise_member m limit 1`,
    [],
  )
  return {
    ownId,
    ownerId,
    desks: desks.map(desk => ({
      ...desk,
      enterprises: catalogue.enterprise.filter(row => row.center_id === desk.centerId),
    })),
  }
}
