import { isShowable, lineOfText } from '../../platform/line-of-text.ts'
import { Refusal } from '../../platform/refusal.ts'
import { variablesOf, type NoticeKind } from './notice-kinds.ts'

/** 알림 문구 — the words of a notice, with `{variables}`. */
export interface Words {
  subject: string
  body: string
}

const variable = /\{([^{}\n]*)\}/g
const longestSubject = 150
const longestBody = 5_000

/** As they are stored; refuses what could not be sent as meant, and says which part it is. */
export function checkedWords(kind: NoticeKind, { subject, body }: Words): Words {
  const words = { subject: lineOfText(subject, 'subject', longestSubject), body: bodyOf(body) }
  assertKnown(kind, words.subject, 'subject')
  assertKnown(kind, words.body, 'body')
  if (words.subject.includes('{link}'))
    throw new Refusal('BAD_USER_INPUT', 'The address of the page, {link}, stands in the body.', 'subject')
  if (words.body.split('{link}').length !== 2)
    throw new Refusal('BAD_USER_INPUT', 'The body needs {link} once: the way to the page.', 'body')
  return words
}

function bodyOf(text: string): string {
  const body = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  if (!body.split('\n').every(isShowable))
    throw new Refusal('BAD_USER_INPUT', '`body` holds characters that cannot be shown; type it anew.', 'body')
  if (body.length <= longestBody) return body
  throw new Refusal('BAD_USER_INPUT', `\`body\` is longer than ${longestBody} characters.`, 'body')
}

function assertKnown(kind: NoticeKind, text: string, field: string) {
  const known = Object.keys(variablesOf(kind))
  const unknown = [...text.matchAll(variable)]
    .map(([, name = '']) => name)
    .find(name => !known.includes(name))
  const choice = `there are ${known.map(name => `{${name}}`).join(' ')}`
  if (unknown !== undefined)
    throw new Refusal(
      'BAD_USER_INPUT',
      `{${unknown.slice(0, 40)}} is no variable of this notice; ${choice}.`,
      field,
    )
  if (/[{}]/.test(text.replaceAll(variable, '')))
    throw new Refusal('BAD_USER_INPUT', `A brace stands alone; ${choice}.`, field)
}

/** The words with values in place of the variables; `{link}` is left for whoever knows the address. */
export function fillIn(words: Words, values: Readonly<Record<string, string>>): Words {
  const filled = (text: string) =>
    text.replaceAll(variable, (whole, name: string) => (name === 'link' ? whole : (values[name] ?? '')))
  return { subject: filled(words.subject).replaceAll(/\s+/g, ' '), body: filled(words.body) }
}

/** Made-up values, for looking at the words before anybody gets them. */
export const exampleValues = (kind: NoticeKind): Record<string, string> =>
  Object.fromEntries(Object.entries(variablesOf(kind)).map(([name, { example }]) => [name, example]))
