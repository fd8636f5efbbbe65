import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../../..')

/** A process that is killed and started again, as an orchestrator does. */
export class Mortal {
  /** Why it ended although nobody had killed it, each time. */
  readonly deathsOfItsOwn: string[] = []
  readonly #file: string
  readonly #env: Record<string, string>
  #child: ChildProcess | null = null
  #isWanted = false

  constructor(file: string, env: Record<string, string>) {
    this.#file = file
    this.#env = env
  }

  start(): void {
    this.#isWanted = true
    const child = spawn(process.execPath, [this.#file], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
        ...this.#env,
      },
    })
    this.#child = child
    let lastWords = ''
    child.stderr.on('data', chunk => (lastWords = `${lastWords}${chunk}`.slice(-2_000)))
    child.once('exit', () => {
      if (this.#child !== child || !this.#isWanted) return
      this.deathsOfItsOwn.push(reasonIn(lastWords))
      setTimeout(() => {
        if (this.#isWanted && this.#child === child) this.start()
      }, 200)
    })
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    this.#isWanted = false
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
    child.kill(signal)
    await gone
  }
}

/** The line of an uncaught error that says what it was. */
const reasonIn = (lastWords: string): string =>
  /^\w*error.*$/im.exec(lastWords)?.[0] ?? lastWords.slice(0, 200)
