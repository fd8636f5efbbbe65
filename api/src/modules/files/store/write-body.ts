import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Refusal } from '../../../platform/refusal.ts'
import { refusalOf } from './disk-refusal.ts'
import type { FileStore } from './file-store.ts'

interface Writing {
  id: string
  offset: number
  /** No more than so many bytes in all; whoever sends on hears `tooMuch`. */
  most: number
  tooMuch: () => Refusal
}

/**
 * Writes what comes in to where it belongs in the file, and answers with how far the file has come. What has been
 * written stays when the line drops: the same bytes may come again, at the same place.
 */
export async function writeBody(
  store: FileStore,
  body: Readable,
  { id, offset, most, tooMuch }: Writing,
): Promise<number> {
  let at = offset
  let file: FileHandle | undefined
  try {
    file = await store.openIncoming(id)
    // Left open when a refusal ends the loop: the answer goes back by the same connection.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (at + chunk.length > most) throw tooMuch()
      await writeAll(file, chunk, at)
      at += chunk.length
    }
    return at
  } catch (error) {
    body.resume()
    throw refusalOf(error)
  } finally {
    await file?.close()
  }
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done)
    done += bytesWritten
  }
}
