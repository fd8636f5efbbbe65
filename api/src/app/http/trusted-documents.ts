import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * The documents of our own pages, by the id that the build gave them: the hash of their text. The build of the
 * pages writes the file (admin/trusted-documents.ts); its name begins with a dot, so it is not served as a page.
 */
export class TrustedDocuments {
  private readonly file: string | null
  private readAt = 0
  private texts: ReadonlyMap<string, string> = new Map()

  constructor(spaFolder: string | undefined) {
    this.file = spaFolder === undefined ? null : path.join(spaFolder, '.documents.json')
  }

  /** The text, or nothing for an id that no page has; pages built anew since are found without a restart. */
  find(id: string): string | undefined {
    const text = this.texts.get(id)
    if (text !== undefined) return text
    this.readAgain()
    return this.texts.get(id)
  }

  private readAgain() {
    if (this.file === null) return
    const writtenAt = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs
    if (writtenAt === undefined || writtenAt === this.readAt) return
    const texts: Record<string, string> = JSON.parse(readFileSync(this.file, 'utf8'))
    this.texts = new Map(Object.entries(texts))
    this.readAt = writtenAt
  }
}
