import type { SendMailOptions } from 'nodemailer'
import type { Letter } from '../../modules/notices/letter.ts'

/** A letter as it goes over the wire. Its Message-ID is the notice's: whoever gets it twice can tell. */
export const mailOf = ({ id, to, subject, text, html }: Letter, from: string): SendMailOptions => ({
  from,
  // As an object: whatever an address looks like, it is one address.
  to: { name: '', address: to },
  subject,
  text,
  html,
  messageId: `<${id}@${hostOf(from)}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
})

const hostOf = (from: string) => /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost'
