import type { Context } from '../../../platform/context.ts'
import { poolOf } from '../../../platform/read/read.ts'
import { readFile } from '../import-files.ts'
import type { ImportRun } from '../import-run.entity.ts'
import { givenHeader } from '../inspect.ts'
import { readList, type ListFile, type Reading } from '../read-list.ts'

const progressEveryMs = 300

/** The file of a run with what staff have said of its columns. */
export async function fileOf({ em }: Pick<Context, 'em'>, run: ImportRun): Promise<ListFile> {
  const { kind, sha256, fileName, header, centerId, options } = run
  if (centerId == null) throw new Error(`Import ${run.id} belongs to no centre`)
  const bytes = await readFile(em, { centerId, sha256 })
  return { kind, file: { name: fileName, bytes }, header: header ? givenHeader(header) : undefined, options }
}

/** Reads the list of a run and says how far it has come, for whoever watches. */
export async function readRun(ctx: Context, run: ImportRun): Promise<Reading> {
  const pool = await poolOf(ctx.em)
  let told: Promise<unknown> = Promise.resolve()
  let last = performance.now()
  const reading = await readList(await fileOf(ctx, run), rows => {
    if (performance.now() - last < progressEveryMs) return
    last = performance.now()
    told = told.then(() => pool.query('update import_run set done = $2 where id = $1', [run.id, rows]))
  })
  await told
  return reading
}
