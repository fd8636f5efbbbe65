import { severalInOne, tooManyPixels } from '../file-problem.ts'
import { holdsAnotherFormat } from './another-format.ts'

const mostPixels = 50_000_000

/** A small file can say that it is a huge picture, and whoever looks at it pays. */
export function checkPixels(width: number, height: number): void {
  if (width * height > mostPixels) throw tooManyPixels()
}

/** Behind the end of a picture telephones write notes of their own, which are cut off; another file is refused. */
export function checkTail(tail: Buffer): void {
  if (holdsAnotherFormat(tail)) throw severalInOne()
}
