import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Contestant } from './contestants.ts'
import { bodyOf } from './pages.ts'

export interface Round {
  perSecond: number
  /** Of the server's own process; what PostgreSQL spends is the same work on both sides. */
  cpuMs: number
  p50: number
  p99: number
  failed: number
}

const connections = 16

export async function measureRound(
  { url, pid }: Contestant,
  pages: (string | null)[],
  seconds: number,
): Promise<Round> {
  const before = cpuSecondsOf(pid)
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: pages.map(after => ({ body: bodyOf(after) })),
  })
  const answered = result['2xx']
  return {
    perSecond: answered / result.duration,
    cpuMs: ((cpuSecondsOf(pid) - before) * 1000) / answered,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.non2xx,
  }
}

const ticksPerSecond = 100

/** User and system time of a process, from Linux; elsewhere there is no such figure. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}
