import type { CombinedError } from '@urql/core'
import { explain } from '../../api/refusals.ts'
import { t } from '../../locales/meetings-text.ts'

/** Why the server says no, in words of the day: who sits there, or who was faster. */
export function whyNot(error: CombinedError): string {
  const extensions = error.graphQLErrors[0]?.extensions
  const holders: unknown = extensions?.['holders']
  if (Array.isArray(holders)) {
    const who = holders.filter(isHolder).map(({ name, place, time }) => `${time} ${place} ${name}`)
    return who.length > 0 ? t('dayBoard.taken', { who: who.join(', ') }) : t('dayBoard.closed')
  }
  if (extensions?.['field'] === 'expectedVersion') return t('dayBoard.faster')
  if (extensions?.['code'] === 'WRONG_STATE') return t('dayBoard.notNow')
  return t(explain(error).key)
}

const isHolder = (holder: unknown): holder is { name: string; place: string; time: string } =>
  typeof holder === 'object' && holder !== null && 'name' in holder && 'place' in holder && 'time' in holder

/** The same of something that was sent later and refused: only the code is kept on the device. */
export function whyRefused(code: string): string {
  if (code === 'CONFLICT') return t('dayBoard.faster')
  if (code === 'WRONG_STATE') return t('dayBoard.notNow')
  if (code === 'NOT_FOUND') return t('checkIn.unknown')
  return t('entry.refused')
}
