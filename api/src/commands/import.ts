import { readFileSync } from 'node:fs'
import path from 'node:path'
import { connect, migrate } from '../app/database.ts'
import type { Env } from '../app/env.ts'
import { systemContext } from '../app/system-context.ts'
import { loadReference } from '../../seeds/reference.ts'
import { aboutOf, formats, isImportKind, type ImportKind } from '../modules/imports/formats.ts'
import { importList } from '../modules/imports/import-list.ts'
import { operatorLimits } from '../modules/imports/table/limits.ts'
import { Refusal } from '../platform/refusal.ts'
import { printReport } from './import/print-report.ts'

const usage = () =>
  [
    'Usage: pnpm run import <kind> <file> [--dry-run]',
    '',
    'Kinds:',
    ...Object.entries(formats)
      .filter(([kind]) => isOfficial(kind))
      .map(([kind, { title }]) => `  ${kind.padEnd(26)} ${title}`),
  ].join('\n')

/** Lists of one event or one department are handed in by staff, who look at them first. */
const isOfficial = (kind: string): kind is ImportKind => isImportKind(kind) && aboutOf(kind) === null

/** `pnpm run import <kind> <file> [--dry-run]`: reads an official list into the catalogue. */
export async function run({ databaseUrl }: Env & { databaseUrl: string }, args: string[]): Promise<number> {
  const [kind = '', file, ...rest] = args.filter(arg => arg !== '--dry-run')
  if (!isOfficial(kind) || file === undefined || rest.length > 0) return refuse(usage())
  const bytes = readOrNull(file)
  if (bytes === null) return refuse(`${file} cannot be read: there is no such file, or it may not be opened.`)

  const orm = await connect(databaseUrl)
  try {
    await migrate(orm)
    const ctx = systemContext(orm, new Date())
    await loadReference(ctx)
    const begun = performance.now()
    const report = await importList(ctx, {
      kind,
      file: { name: path.basename(file), bytes },
      isDryRun: args.includes('--dry-run'),
      limits: operatorLimits,
      onProgress: rows =>
        process.stderr.write(`  ${rows.toLocaleString('ko-KR')} rows read (${seconds(begun)} s)\n`),
    })
    process.stdout.write(`${printReport(report)}\n${seconds(begun)} s\n`)
    return 0
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.message)
    throw error
  } finally {
    await orm.close()
  }
}

const seconds = (begun: number) => ((performance.now() - begun) / 1000).toFixed(1)

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
