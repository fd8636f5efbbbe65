import { endWithParent } from './parent.ts'

/** Calls back once: at Ctrl-C and its like, or when the command that started us is gone. Says why. */
export function whenAskedToStop(stop: (why: string) => Promise<void>): void {
  let isAsked = false
  const ask = (why: string) => {
    if (isAsked) return
    isAsked = true
    void stop(why)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal))
  endWithParent(() => ask('The command that started this has ended'))
}
