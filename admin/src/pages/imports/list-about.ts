import type { EnumOf } from '../../api/graphql.ts'
import { t } from '../../locales/desk-text.ts'
import { dayInSeoul } from '../../parts/format/day.ts'

type About = EnumOf<'ImportAbout'> | null

export const nextYear = () => String(Number(dayInSeoul(new Date()).slice(0, 4)) + 1)

/** What an upload says besides the file, as the address holds it. */
export function aboutIn(about: About, query: Record<string, unknown>): Record<string, string> {
  const said = (key: string, otherwise = '') => {
    const value = query[key]
    return typeof value === 'string' && value !== '' ? value : otherwise
  }
  if (about === 'EVENT') return { event: said('event') }
  if (about === 'PLANS')
    return { year: said('year', nextYear()), unit: said('unit'), visibility: said('visibility', 'center') }
  return {}
}

/** What is still to be said before a file can go. */
export function missingIn(about: About, said: Record<string, string>): string | undefined {
  if (about === 'EVENT' && !said['event']) return t('imports.chooseEventFirst')
  if (about === 'PLANS' && !said['unit']) return t('imports.chooseUnitFirst')
  return undefined
}
