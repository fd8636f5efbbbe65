/** Thrown where a thread is asked to stop, so that whatever it is at comes to an end. */
class Stopped extends Error {}

/** A thread does one task, so that it has one such flag; elsewhere there is none. */
let flag: Int32Array | null = null

export const isStopped = () => flag !== null && Atomics.load(flag, 0) === 1

export function goOnUnlessStopped(): void {
  if (isStopped()) throw new Stopped()
}

/** Does a task until it is done, or until the flag is set. */
export function untilStopped(stop: Int32Array, perform: () => void): void {
  flag = stop
  try {
    perform()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}
