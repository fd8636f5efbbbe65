import { comparable } from '@panro/search'

/** What a budget says of the buying, not of the thing. */
const buying = new Set(
  `구입 구매 구입비 구매비 제작 제작비 설치 설치비 임차 임차료 임대 교체 지급 배부 발간 발주 계약 용역 용역비 위탁 대행 일괄 일체
   비 비용 경비 사업 사업비 추진 운영 운영비 지원 등 및 외 기타 신규 추가 소요 관련 년 연간 상반기 하반기 정기`.split(
    /\s+/,
  ),
)

/** What an item is looked for by: the whole, and each run of its words, the longest and last first. */
export interface ItemWords {
  /** The thing itself, without the buying of it. */
  thing: string
  /** The word that says what it is: in Korean the last. */
  head: string
  /** Whether work is bought or goods, where the item says so. */
  buys: 'work' | 'goods' | null
  runs: { text: string; share: number }[]
}

/** 홍보물 인쇄(상반기) 제작 → thing 홍보물 인쇄, head 인쇄, runs 홍보물인쇄, 인쇄, 홍보물. */
export function itemWords(item: string): ItemWords {
  const all = item
    .normalize('NFC')
    .replaceAll(/[([{<〔].*?[)\]}>〕]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const meant = all.filter(word => !buying.has(word) && !/^\d+(년|월|회|차|부|개|식)?$/.test(word))
  // 청소용역 and 음식제작 say the buying without a space.
  const words = (meant.length > 0 ? meant : all).map(word =>
    word.replace(/(?<=.{2})(구입|구매|용역|제작비?|임차료?)$/, ''),
  )
  const whole = comparable(words.join(' ')).length
  const runs = words
    .flatMap((_, from) => words.slice(from).map((_, length) => words.slice(from, from + length + 1)))
    .map(run => ({ run, text: comparable(run.join(' ')) }))
    .filter(({ text }) => text.length > 1)
    .map(({ run, text }) => ({
      text,
      // What stands last is the thing; what stands before it says which.
      share: run.at(-1) === words.at(-1) ? 0.5 + text.length / whole / 2 : (text.length / whole) * 0.7,
    }))
    .toSorted((a, b) => b.share - a.share)
  const buys = /용역|위탁|대행|관리$/.test(item) ? 'work' : /구입|구매/.test(item) ? 'goods' : null
  return { thing: words.join(' '), head: words.at(-1) ?? item, buys, runs: uniqueByText(runs).slice(0, 20) }
}

const uniqueByText = <Run extends { text: string }>(runs: Run[]): Run[] =>
  [...new Map(runs.toReversed().map(run => [run.text, run])).values()].toReversed()
