import { extname } from 'node:path'
import { waitingIn } from './breaks.ts'
import { violationsIn } from './check.ts'
import type { Instance, Schedule } from './instance.ts'
import { MANY, type News, type Task } from './messages.ts'
import { plainReason } from './reasons/plain-reason.ts'
import { Thread } from './thread.ts'

export interface Wish {
  /** 공평성 — how far the breaks of two participants may differ. */
  fairness: number
  /** The answer comes by then, such as it is. */
  seconds: number
  /** Ends the search; what was found until then is the answer. */
  signal?: AbortSignal
  /** A schedule that is known to keep every rule but perhaps fairness: the search begins with it. */
  start?: Schedule
  onProgress?: (progress: Progress) => void
}

export interface Progress {
  schedule: Schedule | null
  breaks: number | null
  /** No schedule has fewer breaks. */
  bound: number
}

export interface Answer extends Progress {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown'
  idle: number | null
  reason: string
  seconds: number
}

/** `.ts` when run from source, `.js` when built: the worker file lies beside this one either way. */
const workerFile = new URL(`./timetable.worker${extname(import.meta.url)}`, import.meta.url)

/** Threads are asked to end so long before the answer is due: they come to a stop by themselves. */
const STOPPING_MS = 300

/** An impossible timetable is said to be so within 5 s; better words are waited for until then. */
const REASON_SECONDS = 4

/** Times each meeting so that people wait as seldom as can be, or says why that cannot be done. */
export async function solve(instance: Instance, wish: Wish): Promise<Answer> {
  const search = new Search(instance, wish)
  return search.run()
}

class Search {
  readonly #instance: Instance
  readonly #wish: Wish
  readonly #begun = performance.now()
  readonly #threads: Thread[] = []
  readonly #known = new Int32Array(new SharedArrayBuffer(8))
  readonly #ended = Promise.withResolvers<void>()
  #schedule: Schedule | null = null
  #breaks = Infinity
  #idle = 0
  #bound = 0
  #isInfeasible = false
  #reason = ''

  constructor(instance: Instance, wish: Wish) {
    this.#instance = instance
    this.#wish = wish
    this.#known.set([0, MANY])
  }

  async run(): Promise<Answer> {
    const reason = plainReason(this.#instance)
    if (reason !== null) {
      this.#isInfeasible = true
      this.#reason = reason
      return this.#answer()
    }
    const { signal, seconds } = this.#wish
    const end = () => this.#ended.resolve()
    const left = seconds * 1000 - STOPPING_MS - (performance.now() - this.#begun)
    const timer = setTimeout(end, Math.max(0, left))
    signal?.addEventListener('abort', end)
    if (signal?.aborted) end()
    this.#start('prove')
    this.#start('improve')
    try {
      await this.#ended.promise
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      await this.#endThreads(this.#threads)
    }
    return this.#answer()
  }

  #start(role: Task['role']): void {
    const { fairness, seconds, start = null } = this.#wish
    const task: Task = { instance: this.#instance, fairness, seconds, role, start, known: this.#known }
    const thread = new Thread(workerFile, task)
    this.#threads.push(thread)
    thread.worker.on('message', (news: News) => this.#hear(news, thread))
    thread.worker.on('error', error => this.#ended.reject(error))
  }

  async #endThreads(threads: readonly Thread[]): Promise<void> {
    for (const { worker } of threads) worker.removeAllListeners('message')
    await Promise.all(threads.map(thread => thread.end()))
  }

  #hear(news: News, thread: Thread): void {
    if (news.kind === 'schedule') this.#keepIfBetter(news.schedule)
    if (news.kind === 'bound') this.#bound = Math.max(this.#bound, news.bound)
    Atomics.store(this.#known, 0, this.#bound)
    Atomics.store(this.#known, 1, Math.min(this.#breaks, MANY))
    if (news.kind === 'infeasible') this.#explain(thread)
    if (news.kind === 'reason') this.#reason = news.reason
    if (news.kind === 'explained') this.#ended.resolve()
    if (this.#bound >= this.#breaks) this.#ended.resolve()
    const { onProgress } = this.#wish
    onProgress?.({ schedule: this.#schedule, breaks: finite(this.#breaks), bound: this.#bound })
  }

  #keepIfBetter(schedule: Schedule): void {
    const { breaks, idle } = waitingIn(this.#instance, schedule)
    if (breaks > this.#breaks || (breaks === this.#breaks && idle >= this.#idle)) return
    const [violation] = violationsIn(this.#instance, schedule, this.#wish.fairness)
    // Never handed on, and never passed over: the solver and the rules disagree.
    if (violation !== undefined) return this.#ended.reject(new Error(`The solver is wrong: ${violation}`))
    this.#schedule = schedule
    this.#breaks = breaks
    this.#idle = idle
  }

  /** Whoever has found it out goes on to the reason, alone. */
  #explain(thread: Thread): void {
    this.#isInfeasible = true
    this.#reason =
      '모든 규칙을 함께 지키는 시간표가 없습니다. 고정, 시간대, 공평성 가운데 하나를 풀어 주세요.'
    void this.#endThreads(this.#threads.filter(other => other !== thread))
    const left = Math.max(500, REASON_SECONDS * 1000 - (performance.now() - this.#begun))
    setTimeout(() => this.#ended.resolve(), left).unref()
  }

  #answer(): Answer {
    const breaks = finite(this.#breaks)
    return {
      status: this.#status(),
      schedule: this.#schedule,
      breaks,
      bound: this.#bound,
      idle: breaks === null ? null : this.#idle,
      reason: this.#reason || this.#gap(),
      seconds: Math.round(performance.now() - this.#begun) / 1000,
    }
  }

  #status(): Answer['status'] {
    if (this.#isInfeasible) return 'infeasible'
    if (this.#schedule === null) return 'unknown'
    return this.#bound >= this.#breaks ? 'optimal' : 'feasible'
  }

  #gap(): string {
    if (this.#schedule === null) return '주어진 시간 안에 시간표를 찾지 못했습니다. 시간을 더 주세요.'
    if (this.#bound >= this.#breaks) return `휴지 ${this.#breaks}회: 더 줄일 수 없음이 증명되었습니다.`
    return `휴지 ${this.#breaks}회, 적어도 ${this.#bound}회는 필요합니다. 더 줄일 수 있는지는 시간 안에 증명하지 못했습니다.`
  }
}

const finite = (number: number) => (Number.isFinite(number) ? number : null)
