import type { ResultOf } from '../api/graphql.ts'
import type { VerdictFields } from './verdict.fragment.ts'

type Asked = ResultOf<typeof VerdictFields>
type Kind = Asked['certifications'][number]['kind']
interface Facts {
  countsAs: readonly { code: string }[]
  certifications: Asked['certifications']
}

/** Kinds that an official list names without dates: shown, never counted as yes. */
export function unknownKinds({ countsAs, certifications }: Facts): Kind[] {
  return distinct(
    certifications
      .filter(({ kind, validity }) => validity === 'UNKNOWN' && !isAmong(countsAs, kind))
      .map(({ kind }) => kind),
  )
}

/** Kinds of which no certificate is valid any more, with the day on which the last one ended. */
export function endedKinds({
  countsAs,
  certifications,
}: Facts): { code: string; name: string; endedOn: string | null }[] {
  const ended = certifications.filter(
    ({ status }) => status === 'CANCELLED' || status === 'RETURNED' || status === 'EXPIRED',
  )
  const unknown = certifications.filter(({ validity }) => validity === 'UNKNOWN').map(({ kind }) => kind)
  return distinct(ended.map(({ kind }) => kind))
    .filter(kind => !isAmong(countsAs, kind) && !isAmong(unknown, kind))
    .map(({ code, name }) => ({
      code,
      name,
      endedOn: lastDay(ended.filter(({ kind }) => kind.code === code)),
    }))
}

function lastDay(certifications: Facts['certifications']): string | null {
  const days = certifications.map(
    ({ cancelledOn, returnedOn, validUntil }) => cancelledOn ?? returnedOn ?? validUntil,
  )
  return (
    days
      .filter(day => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

const isAmong = (kinds: readonly { code: string }[], { code }: Kind) => kinds.some(kind => kind.code === code)

const distinct = (kinds: readonly Kind[]): Kind[] => [
  ...new Map(kinds.map(kind => [kind.code, kind])).values(),
]
