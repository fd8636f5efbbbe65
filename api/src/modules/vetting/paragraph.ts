import { lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'

const longest = 2_000

/** Some lines that a person has written, each as it is stored. */
export function paragraphOf(text: string, field: string): string {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n')
  const checked = lines.map(line => (line.trim() === '' ? '' : lineOfText(line, field, longest)))
  const paragraph = checked.join('\n').trim()
  if (paragraph === '') throw new Refusal('BAD_USER_INPUT', `\`${field}\` is empty.`, field)
  if (paragraph.length <= longest) return paragraph
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is longer than ${longest} characters.`, field)
}
