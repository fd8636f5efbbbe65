import { Refusal } from '../refusal.ts'

/** A page as asked for: how many, from which end, and from where. */
export interface Page {
  size: number
  /** True for `last`: the page is counted from the end, yet listed in the order of the list. */
  isBackward: boolean
  from: string | null
  /** The argument that `from` was given as. */
  fromArgument: 'after' | 'before'
}

interface PageRequest {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
}

export const largestPage = 100

/** The page a request means; refuses what Relay leaves open rather than guess. */
export function pageOf({ first, after, last, before }: PageRequest): Page {
  if ((first == null) === (last == null))
    throw new Refusal(
      'BAD_USER_INPUT',
      'Say either `first` or `last`: how many of the list, 1 to 100.',
      'first',
    )
  const [name, size] = first == null ? ['last', last ?? 0] : ['first', first]
  if (size < 1 || size > largestPage)
    throw new Refusal('BAD_USER_INPUT', `\`${name}\` is ${size}; expected 1 to ${largestPage}.`, name)
  if (first != null && before != null)
    throw new Refusal('BAD_USER_INPUT', '`before` goes with `last`, not with `first`.', 'before')
  if (last != null && after != null)
    throw new Refusal('BAD_USER_INPUT', '`after` goes with `first`, not with `last`.', 'after')
  return first == null
    ? { size, isBackward: true, from: before ?? null, fromArgument: 'before' }
    : { size, isBackward: false, from: after ?? null, fromArgument: 'after' }
}
