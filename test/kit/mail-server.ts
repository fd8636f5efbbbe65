import { SMTPServer } from 'smtp-server'

interface Mail {
  to: string
  messageId: string
  raw: string
}

export interface MailServer {
  url: string
  /** Everything it has taken, in order. */
  mails: Mail[]
  /** What it answers to a recipient, by the number; null takes the mail. */
  answer: (to: string) => { code: number; text: string } | null
  stop(): Promise<void>
}

/** A real mail server of the test's own. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const no = kept.answer(address)
      done(no && Object.assign(new Error(no.text), { responseCode: no.code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString()
        const [, messageId = ''] = /^message-id:\s*<([^>]*)>/im.exec(raw) ?? []
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId, raw })
        done()
      })
    },
  })
  // A client that is killed in the middle is no news here.
  server.on('error', () => {})
  await new Promise<void>(ready => void server.listen(0, '127.0.0.1', ready))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no port')
  const kept: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    answer: () => null,
    stop: () => new Promise(done => server.close(done)),
  }
  return kept
}
