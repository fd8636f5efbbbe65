import type { Reporter, TestModule } from 'vitest/node'

/** Closes the run with one line of counts, for people and for programs. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state))
    const count = (wanted: string) => states.filter(state => state === wanted).length
    // A file that fails to load has no tests, and would otherwise not be counted at all.
    const broken = modules.filter(
      module => module.state() === 'failed' && [...module.children.allTests()].length === 0,
    )
    const failed = count('failed') + count('pending') + broken.length + unhandledErrors.length
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped\n`)
  }
}
