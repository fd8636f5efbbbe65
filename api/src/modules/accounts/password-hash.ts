import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '../../platform/refusal.ts'
import { passwordCost } from './password-cost.ts'

const derive = promisify(argon2)

/** 비밀번호 해시 — in the notation of PHC: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return written(salt, await tag(password, salt, passwordCost))
}

/** Whether it is the password, and whether its hash is of the cost that is asked for today. */
export async function checkPassword(
  password: string,
  stored: string,
): Promise<{ isRight: boolean; isOld: boolean }> {
  const known = parse(stored)
  const hash = await tag(password, known.salt, known)
  const { memory, passes, parallelism } = passwordCost
  return {
    isRight: timingSafeEqual(hash, known.hash),
    isOld: known.memory !== memory || known.passes !== passes || known.parallelism !== parallelism,
  }
}

/**
 * Stands in for the hash of somebody who does not exist, so that an answer takes as long as for somebody who does. No
 * password fits it: the hash is of random bytes.
 */
export const nobodysHash = written(randomBytes(16), randomBytes(passwordCost.tagLength))

interface Cost {
  memory: number
  passes: number
  parallelism: number
  tagLength: number
}

const mostAtOnce = 2
const mostWaiting = 200
let running = 0
const waiting: (() => void)[] = []

/** Two at a time: each fills megabytes and a core, and the other requests need one as well. */
async function tag(password: string, nonce: Buffer, { memory, passes, parallelism, tagLength }: Cost) {
  if (waiting.length >= mostWaiting)
    throw new Refusal('SERVICE_UNAVAILABLE', 'Too many people sign in at this moment; try again shortly.')
  if (running >= mostAtOnce) await new Promise<void>(resume => waiting.push(resume))
  else running++
  try {
    // NFC: the same syllables typed on another system are the same password.
    const message = Buffer.from(password.normalize('NFC'))
    return await derive('argon2id', { message, nonce, memory, passes, parallelism, tagLength })
  } finally {
    // The place is handed on, so `running` stays as it is.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function parse(stored: string): Cost & { salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt, hash] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? []
  if (salt === undefined || hash === undefined) throw new Error('A stored password hash is malformed')
  const bytes = Buffer.from(hash, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { ...cost, tagLength: bytes.length, salt: Buffer.from(salt, 'base64'), hash: bytes }
}

function written(salt: Buffer, hash: Buffer) {
  const { memory, passes, parallelism } = passwordCost
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}
