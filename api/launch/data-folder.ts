/** One Panro at a time works on a data folder; the second is told so instead of pulling the database away. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export class FolderInUse extends Error {}

/** Claims the folder for this process; the claim of a process that is gone counts for nothing. */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const claim = path.join(folder, 'panro.pid')
  const holder = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : 0
  if (holder !== process.pid && isPanro(holder))
    throw new FolderInUse(
      `Another Panro (process ${holder}) works on ${folder}. Stop it with Ctrl-C or \`kill ${holder}\`, or set DATA_DIR to another folder.`,
    )
  writeFileSync(claim, String(process.pid))
  return () => rmSync(claim, { force: true })
}

/** The number may by now belong to somebody else's process. */
function isPanro(pid: number): boolean {
  if (!(pid > 0)) return false
  const commandLine = `/proc/${pid}/cmdline`
  if (existsSync('/proc/self/cmdline'))
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(`launch${path.sep}`)
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
