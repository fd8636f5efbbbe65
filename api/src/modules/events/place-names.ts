import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'

const mostPlaces = 300
const range = /^(.*?)(\d{1,4})\s*[-–~]\s*(.*?)(\d{1,4})$/

/** 이름 여럿 — `T1–T14, 안내석` means fifteen places; each name once. */
export function placeNames(text: string, field: string): string[] {
  const names = lineOfText(text, field, 1_000)
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .flatMap(part => expanded(part, field))
  const double = names.find((name, index) => names.indexOf(name) !== index)
  if (double !== undefined) throw new Refusal('BAD_USER_INPUT', `"${double}" stands there twice.`, field)
  if (names.length > mostPlaces)
    throw new Refusal(
      'BAD_USER_INPUT',
      `That is ${names.length} places; at most ${mostPlaces} at once.`,
      field,
    )
  return names.map(name => lineOfText(name, field, 40))
}

/** `T1–T14` and `T1–14`: the same word before both figures, or none before the second. */
function expanded(part: string, field: string): string[] {
  const [, prefix = '', first = '', again = '', last = ''] = range.exec(part) ?? []
  if (first === '' || (again !== '' && again !== prefix)) return [part]
  const [from, until] = [Number(first), Number(last)]
  if (until < from)
    throw new Refusal('BAD_USER_INPUT', `"${part}" counts backwards; write the smaller number first.`, field)
  if (until - from >= mostPlaces)
    throw new Refusal('BAD_USER_INPUT', `"${part}" is more than ${mostPlaces} places.`, field)
  const width = first.startsWith('0') ? first.length : 0
  return Array.from(
    { length: until - from + 1 },
    (_, index) => `${prefix}${String(from + index).padStart(width, '0')}`,
  )
}
