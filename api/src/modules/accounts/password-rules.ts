import { Refusal } from '../../platform/refusal.ts'
import { commonPasswords } from './common-passwords.data.ts'

const shortest = 8
const longest = 256

/**
 * Refuses a password that would be guessed at once. Length counts, composition does not: no digits or signs are asked
 * for, and nothing is cut off (OWASP ASVS 5.0, 6.2).
 */
export function checkNewPassword(password: string, person: { email: string; name: string }): void {
  const composed = password.normalize('NFC')
  const letters = [...composed].length
  if (!composed.isWellFormed() || /\p{Cc}/u.test(composed))
    throw refused('`password` holds characters that cannot be typed again; type it anew.')
  if (letters < shortest) throw refused(`\`password\` is shorter than ${shortest} characters.`)
  if (letters > longest) throw refused(`\`password\` is longer than ${longest} characters.`)
  const plain = composed.toLowerCase()
  if (commonPasswords.has(plain) || /^(.)\1*$/u.test(plain))
    throw refused('`password` is one of those that are tried first; choose another.')
  const context = [person.email.split('@', 1)[0] ?? '', person.name, 'panro', '판로']
  // A word of one's own within a long sentence is no clue; as most of the password it is.
  if (
    context.some(
      word =>
        word.length >= 2 &&
        plain.replace(word.toLowerCase(), '').length < shortest / 2 &&
        plain.includes(word.toLowerCase()),
    )
  )
    throw refused(
      '`password` is little more than your name, address or the name of this site; choose another.',
    )
}

const refused = (message: string) => new Refusal('BAD_USER_INPUT', message, 'password')
