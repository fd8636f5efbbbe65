import fc from 'fast-check'
import { Lexer, Source, TokenKind, type Token } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDoor, type Door } from '../kit/door.ts'
import { ask, document, type Answer } from './door/ask.ts'
import { documents } from './door/good-documents.ts'

let door: Door
beforeAll(async () => {
  door = await startDoor()
})
afterAll(() => door.stop())

test.each(Object.entries(documents))('as it stands it is answered with data: %s', async (_name, query) => {
  const { status, text } = await ask(door.url, document(query))
  expect({ status, text }).toMatchObject({ status: 200, text: expect.not.stringContaining('"errors"') })
})

const valid = Object.values(documents)

/** One place of a document, and what happens to it there. */
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert'),
  by: fc.nat(),
})

test(
  'a document whose words are mixed up is refused or answered, never our fault',
  { timeout: 120_000 },
  async () => {
    const pool = [...new Set([...valid.flatMap(words), ...oddities])]
    const property = fc.asyncProperty(
      fc.constantFrom(...valid),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (text, changes) => {
        const mutated = changes.reduce((mutated, step) => changed(mutated, step, pool), words(text)).join(' ')
        const answer = await ask(door.url, document(mutated))
        expectNoFault(answer)
        // The second time a document comes it is compiled; nobody may notice.
        if (answer.status === 200) expect((await ask(door.url, document(mutated))).text).toBe(answer.text)
      },
    )
    await fc.assert(property, { numRuns: 3000, seed: 20_261_121 })
  },
)

/** Words that no valid document of ours holds, and that parsers and databases have stumbled over. */
const oddities = [
  '-1',
  '0',
  '2147483648',
  '1e309',
  '""',
  '"\\u0000"',
  '"\\uD800"',
  '"""\\"""',
  '$',
  '...',
  '@skip',
  'null',
  '__proto__',
  '__typename',
  'constructor',
  '!',
  '|',
  '&',
]

function words(text: string): string[] {
  const lexer = new Lexer(new Source(text))
  const found: string[] = []
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance())
    found.push(written(token, text))
  return found
}

const written = ({ start, end }: Token, text: string) => text.slice(start, end)

function changed(
  text: string[],
  { at, how, by }: { at: number; how: string; by: number },
  pool: string[],
): string[] {
  const index = at % text.length
  const word = pool[by % pool.length] ?? ''
  const here = text[index] ?? ''
  const other = by % text.length
  switch (how) {
    case 'drop':
      return text.toSpliced(index, 1)
    case 'double':
      return text.toSpliced(index, 0, here)
    case 'swap':
      return text.with(index, text[other] ?? '').with(other, here)
    case 'insert':
      return text.toSpliced(index, 0, word)
    default:
      return text.with(index, word)
  }
}

function expectNoFault({ status, text }: Answer) {
  expect(status).toBeLessThan(500)
  const answer: { errors?: { extensions: { code: string } }[] } = JSON.parse(text)
  expect(answer.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR')
}
