import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

const syllables = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i))

test.each(['utf8', 'cp949'])('each of the 11,172 syllables comes through in %s', encoding => {
  const broken = syllables.filter(syllable => {
    const name = `${syllable}가나.pdf`
    return fileNameOf(iconv.encode(name, encoding)) !== name
  })
  expect(broken).toEqual([])
})

test('a name without anything to read is none', () => {
  for (const name of ['', '...', '\u202e\u200b', '/', '_'])
    expect(() => fileNameOf(Buffer.from(name))).toThrow(/이름/)
})
