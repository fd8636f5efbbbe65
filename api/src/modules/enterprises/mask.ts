/**
 * 가림 — personal data as it may be shown before anybody has said why it is needed: enough to tell one from another,
 * not enough to reach or name anybody.
 */
export const masked = {
  /** 홍길동 → 홍*동, 홍길 → 홍* */
  name(text: string): string {
    const letters = Array.from(text)
    const [first = ''] = letters
    if (letters.length < 3) return `${letters.length > 1 ? first : ''}*`
    return `${first}${'*'.repeat(letters.length - 2)}${letters.at(-1) ?? ''}`
  },

  /** 010-1234-5678 → 010-****-5678: the first group stays, and the last four digits. */
  phone(text: string): string {
    const digits = text.replaceAll(/\D/g, '').length
    const shown = text.replaceAll(/\D/g, '').startsWith('02') ? 2 : 3
    let position = 0
    return text.replaceAll(/\d/g, digit => {
      position++
      return position <= shown || (position > digits - 4 && digits >= 8) ? digit : '*'
    })
  },

  /** abc@panro.kr → a***@p***.kr */
  email(text: string): string {
    const [local = '', host = ''] = text.split('@')
    const ending = host.includes('.') ? host.slice(host.lastIndexOf('.')) : ''
    return `${local.slice(0, 1)}***@${host.slice(0, 1)}***${ending}`
  },
}

/** The same by the name of the column; what is no personal datum stays as it is. */
export function tellContact(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (field === 'name' || field === 'phone' || field === 'email') return masked[field](value)
  return value
}
