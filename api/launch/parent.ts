import { existsSync, readFileSync } from 'node:fs'

/**
 * Calls back when the package manager that started us is gone. Killed by -9 it cannot tell us, and we
 * would stay behind, holding the port against the next start.
 */
export function endWithParent(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const starters = startersOf().join()
  const watch = setInterval(() => {
    if (startersOf().join() === starters) return
    clearInterval(watch)
    then()
  }, 500)
  watch.unref()
}

/** Our parent, and its own parent where a shell stands between the package manager and us. */
function startersOf(): number[] {
  const commandLine = `/proc/${process.ppid}/cmdline`
  if (!existsSync(commandLine)) return [process.ppid]
  const isShell = readFileSync(commandLine, 'utf8').includes('\0-c\0')
  return isShell ? [process.ppid, parentOf(process.ppid)] : [process.ppid]
}

function parentOf(pid: number): number {
  const stat = `/proc/${pid}/stat`
  // "pid (name) state ppid …", and the name may hold spaces and brackets.
  const afterName = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1) : undefined
  return Number(afterName?.split(' ')[1] ?? 0)
}
