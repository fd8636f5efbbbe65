import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { printedAnswer } from '../modules/timetable/printed-answer.ts'
import { readDzn, WrongFile } from '../modules/timetable/read-dzn.ts'
import { solve } from '../modules/timetable/solve.ts'

/** It reads one file and asks nothing of the database. */
export const needsDatabase = false

const usage = 'Usage: pnpm --silent timetable <file.dzn> [--seconds 30] [--fairness 2]'

/** `pnpm --silent timetable <file.dzn>`: the timetable of a B2BSP file, or why there is none, as JSON. */
export async function run(_env: unknown, args: string[]): Promise<number> {
  const asked = readArgs(args)
  if (asked === null) return refuse(usage)
  try {
    const instance = readDzn(readFileSync(asked.file, 'utf8'))
    const answer = await solve(instance, asked)
    process.stdout.write(`${printedAnswer(answer)}\n`)
    return 0
  } catch (error) {
    if (error instanceof WrongFile) return refuse(`${asked.file}: ${error.message}`)
    if (error instanceof Error && 'code' in error)
      return refuse(`${asked.file} cannot be read: ${error.message}`)
    throw error
  }
}

function readArgs(args: string[]): { file: string; seconds: number; fairness: number } | null {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter(arg => arg !== '--'),
      allowPositionals: true,
      options: { seconds: { type: 'string', default: '30' }, fairness: { type: 'string', default: '2' } },
    })
    const [file, ...rest] = positionals
    const seconds = Number(values.seconds)
    const fairness = Number(values.fairness)
    if (file === undefined || rest.length > 0) return null
    if (!(seconds > 0) || !Number.isInteger(fairness) || fairness < 0) return null
    return { file, seconds, fairness }
  } catch {
    return null
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
