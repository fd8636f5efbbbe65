import { contractHints, type ContractRule } from './contract-rules.ts'
import type { SharedWords } from './listed-words.ts'
import { matchTypes, type MatchType, type Reason } from './match.entity.ts'
import type { WishChoice } from './wish-choices.ts'
import { wonInWords } from './won-in-words.ts'

/** What is known of a pair. */
export interface Pair {
  /** What the enterprise says of the department, and the other way round. */
  wishes: { enterprise: WishChoice | null; department: WishChoice | null }
  /** The planned purchase that the enterprise's products come closest to. */
  item: { name: string; won: number | null; code: string; digits: number } | null
  /** Digits that the codes of their regions share: 5 the same district, 2 the same province. */
  regionDigits: number
  /** Words that the lists of the event use on both sides. */
  words: SharedWords | null
  /** What the enterprise is certified as today, and the rules on contracts in force. */
  held: readonly string[]
  rules: readonly ContractRule[]
}

export interface Explained {
  type: MatchType
  weight: number
  because: Reason[]
}

const strength = { must: 30, want: 20 }

/** Why these two might meet, the strongest reason first; null when nothing speaks for it. */
export function explainPair({ wishes, item, regionDigits, words, held, rules }: Pair): Explained | null {
  const reasons = [wishReason(wishes), itemReason(item), wordsReason(words), regionReason(regionDigits)]
    .filter(reason => reason !== null)
    .toSorted((a, b) => matchTypes.indexOf(a.type) - matchTypes.indexOf(b.type))
  const [first] = reasons
  if (first === undefined) return null
  const because = [...reasons, ...contractHints(item, held, rules)]
  return { type: first.type, weight: because.reduce((sum, { weight }) => sum + weight, 0), because }
}

function wishReason({ enterprise, department }: Pair['wishes']): Reason | null {
  const ours = enterprise === 'no' ? null : enterprise
  const theirs = department === 'no' ? null : department
  const weight = (ours ? strength[ours] : 0) + (theirs ? strength[theirs] : 0)
  const said = (choice: 'must' | 'want') => (choice === 'must' ? '꼭 만나고 싶음' : '만나고 싶음')
  if (ours && theirs)
    return {
      type: 'mutual',
      text:
        ours === theirs ? `상호 희망(${said(ours)})` : `상호 희망(기관 ${said(theirs)}, 기업 ${said(ours)})`,
      weight,
      rule: null,
    }
  if (theirs) return { type: 'buyer', text: `기관 희망(${said(theirs)})`, weight, rule: null }
  if (ours) return { type: 'enterprise', text: `기업 희망(${said(ours)})`, weight, rule: null }
  return null
}

function itemReason(item: Pair['item']): Reason | null {
  if (item === null || item.digits < 2) return null
  const type = item.digits >= 8 ? 'item' : 'category'
  const word = type === 'item' ? '세부품목' : '대분류'
  const amount = item.won === null ? '' : ` ${wonInWords(item.won)}`
  const code = item.code.slice(0, item.digits)
  return {
    type,
    text: `예정 ‘${item.name}’${amount} · ${word} ${code} 일치(${item.digits}자리)`,
    weight: item.digits,
    rule: null,
  }
}

/** As the incumbent weighs them: words say less than a code of the classification. */
function wordsReason(words: SharedWords | null): Reason | null {
  if (words === null) return null
  const { wanted, offered, isItem } = words
  const text = `명단의 관심품목 ‘${wanted}’ · ${isItem ? '주요품목' : '품목분류'} ‘${offered}’ 낱말 일치`
  return { type: isItem ? 'item' : 'category', text, weight: isItem ? 4 : 1, rule: null }
}

function regionReason(digits: number): Reason | null {
  if (digits < 2) return null
  if (digits < 5) return { type: 'region', text: '같은 시·도', weight: 1, rule: null }
  return { type: 'region', text: '관내', weight: 2, rule: null }
}
