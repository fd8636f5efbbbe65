import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The dearest of the project of journeys: what begins last keeps one core waiting for the other. */
const dearest = [
  'browser/accessibility-desks',
  'browser/accessibility',
  'journeys/search-kill',
  'browser/hangul',
  'journeys/launch',
  'browser/compare',
  'contract/slow-requests',
  'browser/buyer-journeys',
  'browser/layout',
  'browser/from-bare-start',
  'journeys/search-drift',
].map(name => path.resolve(import.meta.dirname, '..', `${name}.test.ts`))

/** In the order of times that vitest remembers; on a machine that remembers none, by what is known to take long. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isDear = ({ moduleId }: TestSpecification) => dearest.includes(moduleId)
    const dear = sorted
      .filter(isDear)
      .toSorted((one, other) => dearest.indexOf(one.moduleId) - dearest.indexOf(other.moduleId))
    const first = sorted.findIndex(({ project }) => project.name === dear[0]?.project.name)
    const rest = sorted.filter(file => !isDear(file))
    return first < 0 ? sorted : [...sorted.slice(0, first), ...dear, ...rest.slice(first)]
  }
}
