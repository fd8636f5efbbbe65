/** 편지 — one mail, as whoever carries it takes it. */
export interface Letter {
  /** Of the notice: the same mail again has the same. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

/** Carries letters; throws `Undeliverable` when one did not get through. */
export interface Post {
  send(letter: Letter): Promise<void>
}

/** A letter did not get through. The code is all that is told: what servers say repeats addresses. */
export class Undeliverable extends Error {
  override name = 'Undeliverable'
  readonly code: string
  /** Whether trying again is of no use: nobody has this address. */
  readonly isForGood: boolean

  constructor(code: string, isForGood: boolean) {
    super(`The letter did not get through: ${code}`)
    this.code = code
    this.isForGood = isForGood
  }
}

/** The plain text and its twin with a button, and the line that says who sends. */
export function bodiesOf(body: string, link: string, sender: string): { text: string; html: string } {
  const footer = `보낸 곳: ${sender}\n이 메일은 판로가 자동으로 보냈습니다. 회신은 읽지 못합니다.`
  const blocks = body.split(/\n{2,}/).map(block => `<p>${blockOf(block, link)}</p>`)
  return {
    text: `${body.replace('{link}', () => link)}\n\n--\n${footer}\n`,
    html: `<!doctype html><html lang="ko"><body style="font-family:sans-serif;font-size:17px;line-height:1.6;color:#1e2124;background:#fff">
${blocks.join('\n')}
<p style="font-size:15px;color:#464c53;border-top:1px solid #cdd1d5;padding-top:16px">${lines(footer)}</p></body></html>`,
  }
}

const button =
  'display:inline-block;padding:12px 20px;background:#0b50d0;color:#fff;border-radius:6px;text-decoration:none'

const blockOf = (block: string, link: string) =>
  lines(block).replace('{link}', () => `<a href="${escaped(link)}" style="${button}">열기</a>`)

const lines = (text: string) => escaped(text).replaceAll('\n', '<br>')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign)
