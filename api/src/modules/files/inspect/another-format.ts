const signatures = ['PK\x03\x04', 'PK\x05\x06', '%PDF-', 'Rar!', '7z\xbc\xaf', '\x7fELF', '\xd0\xcf\x11\xe0']
const markup = /<(html|script|svg|iframe|body|!doctype|\?php)/i

/** Whether bytes that should be nothing in particular begin, or hold, a format of their own. */
export function holdsAnotherFormat(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  return text.startsWith('MZ') || signatures.some(each => text.includes(each)) || markup.test(text)
}

/** Whether a program that opens archives would open it as one: the list of what is inside stands at the end. */
export function isAlsoZip(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at < 0 || at + 22 > bytes.length) return false
  return at + 22 + bytes.readUInt16LE(at + 20) >= bytes.length
}

export const startsWithMarkup = (bytes: Buffer): boolean => markup.test(bytes.toString('latin1', 0, 1024))
