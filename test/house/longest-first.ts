import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The dearest of the tests with an application: what begins last keeps one core waiting for the other. */
const dearest = [
  'browser/accessibility-desks',
  'browser/accessibility',
  'browser/hangul',
  'browser/layout',
  'browser/buyer-journeys',
  'browser/compare',
  'browser/from-bare-start',
  'browser/list-state',
  'journeys/search-kill',
  'journeys/launch',
  'contract/slow-requests',
  'contract/probes',
  'contract/sign-in',
  'journeys/killed-mid-save',
  'journeys/notices-sent-once',
  'journeys/notices',
  'journeys/search-lease',
  'journeys/search-drift',
  'journeys/imports',
  'journeys/walk-ins',
  'contract/roles',
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
