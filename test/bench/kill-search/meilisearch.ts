/**
 * The fake Meilisearch in a process of its own, on the port of PORT. One task in fifty fails, one answer in
 * fifty gets lost after the work was taken on, and each task stays in the queue for a while.
 */
import { startFakeMeilisearch } from '../../../search/test/fake-meilisearch/server.ts'
import { Random } from '../search/random.ts'

const { fake } = await startFakeMeilisearch(Number(process.env.PORT))
const random = new Random(Number(process.env.SEED))
const answer = fake.answer.bind(fake)
fake.answer = (method, path, body, asked) => {
  const isTask = method !== 'GET' && !path.startsWith('/multi-search')
  if (isTask && random.below(50) === 0) fake.failNextTask('the fake server has had enough')
  if (isTask && random.below(50) === 0) fake.loseNextAnswer()
  fake.taskDelay = 1 + random.below(20)
  return answer(method, path, body, asked)
}
