import type { Catalogue, EnterpriseRow } from './rows.ts'
import type { FormerParticipants } from './events/former-participants.ts'
import { addGwanak, type Applicant } from './events/gwanak.ts'
import { addIncheon } from './events/incheon.ts'
import { addSeoul } from './events/seoul.ts'
import { addSiheung } from './events/siheung.ts'
import { newStage } from './events/stage.ts'

interface Given {
  catalogue: Catalogue
  former: FormerParticipants
  centerId: string
  staffId: string | null
}

const seed = 20_261_124

/**
 * The four events this house learned from, with invented names and the figures that were published: 인천 서구 2025,
 * 관악구 2024, 서울 2021 and 시흥 2022. The same rows every time.
 */
export function makeEvents({ catalogue, former, centerId, staffId }: Given) {
  const stage = newStage(seed, centerId, staffId)
  addSeoul(stage, former)
  addSiheung(stage, former)
  addGwanak(stage, applicantsOf(catalogue, centerId).slice(0, 18))
  addIncheon(stage, exhibitorsOf(catalogue, centerId).slice(0, 24))
  return stage.rows
}

const isThere = (row: EnterpriseRow, centerId: string, before: string) =>
  row.center_id === centerId && row.state === 'published' && row.branch === '0000' && row.founded_on < before

/** The nearest first. */
function exhibitorsOf({ enterprise }: Catalogue, centerId: string): string[] {
  const there = enterprise.filter(row => isThere(row, centerId, '2024-01-01'))
  const isNear = (row: EnterpriseRow) => row.region_code.startsWith('28')
  return [...there.filter(isNear), ...there.filter(row => !isNear(row))].map(({ id }) => id)
}

/** Those with the most parts of the passport confirmed first. */
function applicantsOf({ enterprise, credential, verification }: Catalogue, centerId: string): Applicant[] {
  const confirmed = new Set(
    verification.filter(row => row.result === 'confirmed').map(row => row.credential_id),
  )
  const parts = Map.groupBy(
    credential.filter(({ id }) => confirmed.has(id)),
    row => row.enterprise_id,
  )
  return enterprise
    .filter(row => isThere(row, centerId, '2024-01-01'))
    .map(({ id }) => ({
      enterpriseId: id,
      confirmedParts: new Set(parts.get(id)?.map(({ kind }) => kind)).size,
    }))
    .toSorted((one, other) => other.confirmedParts - one.confirmedParts)
}
