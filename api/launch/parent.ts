import { existsSync, readFileSync } from 'node:fs'

/**
 * Calls back when the package manager that started us is gone. Killed by -9 it cannot tell us, and we
 * would stay behind, holding the port and the data folder against the next start.
 */
export function endWithParent(then: () => void): void {
  const starters = startersOf().join()
  if (starters === '') return
  const watch = setInterval(() => {
    if (startersOf().join() === starters) return
    clearInterval(watch)
    then()
  }, 500)
  watch.unref()
}

/**
 * npx, pnpm and the shells between them and us; not the shell of the person above them, who may close it
 * and mean us to go on. Where there is no /proc nobody is watched.
 */
function startersOf(): number[] {
  const ancestors: { pid: number; name: string }[] = []
  for (let pid = process.ppid; pid > 1 && existsSync(`/proc/${pid}/stat`) && ancestors.length < 8;) {
    // "pid (name) state ppid …", and the name may hold spaces and brackets.
    const [, name = '', parent = '0'] =
      /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    ancestors.push({ pid, name })
    pid = Number(parent)
  }
  const topmost = ancestors.findLastIndex(({ name }) => /^(npm|npx|pnpm)\b/.test(name))
  return ancestors.slice(0, topmost + 1).map(({ pid }) => pid)
}
