import { createTransport } from 'nodemailer'
import { Undeliverable, type Letter, type Post } from '../../modules/notices/letter.ts'
import { mailOf } from './mail.ts'

/** Less than the database lets a transaction stand idle: the row of the notice stays locked meanwhile. */
const patienceMs = 20_000

/** By a mail server. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    // Nothing in a letter may make this process read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter: Letter) => {
      try {
        await withinPatience(transport.sendMail(mailOf(letter, from)))
      } catch (error) {
        throw undeliverable(error)
      }
    },
  }
}

async function withinPatience(sending: Promise<unknown>) {
  const tooLong = Promise.withResolvers<never>()
  const timer = setTimeout(() => tooLong.reject(new Undeliverable('TOO_LONG', false)), patienceMs)
  try {
    await Promise.race([sending, tooLong.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Only a server that says no to this letter for good settles it; a server that is away, or does not know us, may mend. */
function undeliverable(error: unknown): Undeliverable {
  if (error instanceof Undeliverable) return error
  if (!(error instanceof Error)) return new Undeliverable('UNKNOWN', false)
  const code = 'code' in error ? String(error.code) : error.name
  const answer = 'responseCode' in error ? Number(error.responseCode) : 0
  const isForGood = answer >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return new Undeliverable(answer > 0 ? `${code} ${answer}` : code, isForGood)
}
