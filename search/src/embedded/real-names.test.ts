import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument, aRequest, inBatches } from '../../test/documents.ts'
import type { SearchEngine } from '../engine.ts'
import { startEmbeddedEngine } from './embedded-engine.ts'

const file = path.resolve(import.meta.dirname, '../../../../shared/data/enterprises/certified_names.txt')
const isThere = existsSync(file)

/** The names of real enterprises are no part of the project; without them there is nothing to look for. */
describe.skipIf(!isThere)('among real names (skipped where ../shared/data is not there)', () => {
  const names = isThere ? [...new Set(readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean))] : []
  let engine: SearchEngine
  beforeAll(async () => {
    engine = await startEmbeddedEngine()
    const enterprises = names.map((name, place) => aDocument(`e${place}`, { name, type: 'enterprise' }))
    const products = names.map((name, place) =>
      aDocument(`p${place}`, { name: `${name} 종이컵 ${place}`, enterpriseName: name, weight: 9 }),
    )
    await engine.rebuild(inBatches([...enterprises, ...products], 1_000))
  })
  afterAll(() => engine.close())

  const ask = (wordings: string[]) =>
    engine.multiSearch(wordings.map(words => aRequest({ words, limit: 50 })))

  it('shows the name itself first, whatever weighs more, for each of them', async () => {
    const results = await ask(names)
    const wrong = results.flatMap(({ hits }, place) => {
      const first = hits[0]?.id ?? ''
      const shown = names[Number(first.slice(1))] ?? ''
      return first.startsWith('e') && spelling(shown) === spelling(names[place] ?? '') ? [] : [names[place]]
    })
    expect(wrong).toEqual([])
  })

  it('shows nothing corrected above what stands there as typed', async () => {
    for (const { hits } of await ask(names.map(name => name.slice(0, 4)))) {
      const firstTypo = hits.findIndex(({ reason }) => reason === 'typo')
      const lastLiteral = hits.findLastIndex(({ reason }) => reason === 'literal' || reason === 'spacing')
      if (firstTypo >= 0) expect(lastLiteral).toBeLessThan(firstTypo)
    }
  })

  it('shows nothing corrected at all where the name was typed in full', async () => {
    const results = await ask(names)
    expect(results.flatMap(({ hits }) => hits).filter(({ reason }) => reason === 'typo')).toEqual([])
  })
})

const spelling = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
