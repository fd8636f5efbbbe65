import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Letter, Post } from '../../modules/notices/letter.ts'
import { mailOf } from './mail.ts'

/** Into a folder, each letter as a file that mail programs open; the same letter again is the same file. */
export function folderPost(folder: string, from: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (letter: Letter) => {
      const { message } = await transport.sendMail(mailOf(letter, from))
      const file = path.join(folder, `${letter.id}.eml`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(`${file}.part`, message, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
  }
}
