import { t } from '../../locales/text.ts'

/** A day as Korean papers print it, `2026. 11. 21.`, with spaces at which no line breaks. */
export function day(text: string): string {
  return text
    .split('-')
    .map(part => `${Number(part)}.`)
    .join('\u00a0')
}

/** One for all, when it is first asked for: to make a formatter takes longer than to draw a row. */
let seoul: Intl.DateTimeFormat | undefined

/** The day it is in Seoul, whatever the reader's own clock is set to. */
export function dayInSeoul(instant: Date): string {
  seoul ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' })
  return seoul.format(instant)
}

/** `2020. 5. 1. ~ 2023. 4. 30.`; an end that is not known or does not exist is said, not left blank. */
export function period(from: string | null, until: string | null): string {
  if (from === null && until === null) return t('format.unknownPeriod')
  return t('format.period', {
    from: from === null ? t('format.unknownDay') : day(from),
    until: until === null ? t('format.noEnd') : day(until),
  })
}
