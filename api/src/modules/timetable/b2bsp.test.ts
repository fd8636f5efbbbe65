import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { violationsIn } from './check.ts'
import { readDzn } from './read-dzn.ts'
import { solve } from './solve.ts'

// The B2BSP collection, never copied into the project. `../shared` lies beside a checkout of ours, or not at all.
const data = new URL('../../../../../shared/data/b2bsp/instances/', import.meta.url)

describe.skipIf(!existsSync(data))('the B2BSP collection (skipped when ../shared is absent)', () => {
  const read = (name: string) => readDzn(readFileSync(new URL(`${name}.dzn`, data), 'utf8'))

  test.each([
    ['tic-12.original', 0],
    ['tic-13crafb.original', 0],
    ['forumt-14.original', 5],
    ['tic-14crafa.original', 0],
  ])('%s is solved to the published optimum', { timeout: 30_000 }, async (name, optimum) => {
    const instance = read(name)
    const answer = await solve(instance, { seconds: 20, fairness: 2 })
    expect(answer).toMatchObject({ status: 'optimal', breaks: optimum, bound: optimum })
    expect(violationsIn(instance, answer.schedule ?? [], 2)).toEqual([])
  })

  test('tic-12.forb0003 is impossible by counting', async () => {
    const answer = await solve(read('tic-12.forb0003'), { seconds: 20, fairness: 2 })
    expect(answer.status).toBe('infeasible')
    expect(answer.reason).toContain('참가자 1: 상담 8건, 쓸 수 있는 시간 7칸')
  })

  test('forumt-14.fixed040-Forb is impossible by rules that clash', { timeout: 30_000 }, async () => {
    const answer = await solve(read('forumt-14.fixed040-Forb'), { seconds: 20, fairness: 2 })
    expect(answer.status).toBe('infeasible')
    expect(answer.reason).toMatch(/^함께 지킬 수 없습니다: .*고정/)
    expect(answer.seconds).toBeLessThan(5.5)
  })
})
