import { expect, it } from 'vitest'
import type { SearchEngine } from '../src/engine.ts'
import { marksIn } from '../src/index.ts'
import { aDocument, aRequest, inBatches } from './documents.ts'

/** Part of the contract: for the reason that an engine gives, what it found can be marked in what is shown. */
export function canBeMarked(theEngine: () => SearchEngine): void {
  it.each([
    ['as it stands', '나눔', '행복나눔 마을', ['나눔']],
    ['wherever it stands', '나눔', '나눔과 나눔', ['나눔', '나눔']],
    ['with other spacing', '행복 나눔', '행복나눔마트', ['행복나눔']],
    ['with other spacing in the text', '사무용의자', '메쉬 사무용 의자', ['사무용 의자']],
    ['word by word', '의자 메쉬', '메쉬 사무용 의자', ['메쉬', '의자']],
    ['without a particle', '행복나눔에서', '(주)행복나눔', ['행복나눔']],
    ['without particles of several words', '행복나눔에서 의자를', '행복나눔 의자', ['행복나눔 의자']],
    ['by initials', 'ㅅㅎㅈㄱㅇ', '한국 사회적기업 협회', ['사회적기업']],
    ['in the wrong keyboard mode', 'tkanehddltl', '시설 사무동이시 용역', ['사무동이시']],
    ['half typed', '복사용ㅈ', '친환경 복사용지 A4', ['복사용지']],
    ['with a slip of one letter', '복사욘지', '친환경 복사용지 A4', ['복사용지']],
    ['with a slip in one word of two', '현수막 제잭', '현수막 제작·설치', ['현수막', '제작']],
    ['in capitals and full width', 'led', 'ＬＥＤ 조명', ['ＬＥＤ']],
    ['with decomposed letters', '행복'.normalize('NFD'), '행복나눔', ['행복']],
  ])('marks what it found %s: %s', async (_, words, name, marked) => {
    await theEngine().rebuild(
      inBatches([aDocument('one', { name }), aDocument('two', { name: '무관한 것' })]),
    )
    const { hits } = await theEngine().search(aRequest({ words }))
    expect(hits.map(({ id }) => id)).toEqual(['one'])
    const marks = marksIn(name, words, hits[0]?.reason ?? 'literal')
    expect(marks.map(({ from, to }) => name.slice(from, to))).toEqual(marked)
  })
}
