import { bodiesOf } from './letter.ts'
import { usualVariables, type NoticeKind } from './notice-kinds.ts'
import { checkedWords, exampleValues, fillIn, type Words } from './template-text.ts'

/** What a mail in these words looks like, to somebody made up. */
export function previewOf(kind: NoticeKind, words: Words) {
  const values = exampleValues(kind)
  const { subject, body } = fillIn(checkedWords(kind, words), values)
  const center = usualVariables.center.example
  return { subject: `[${center}] ${subject}`, ...bodiesOf(body, usualVariables.link.example, center) }
}
