/** The argument `query` of every list that can be searched. */
export const words = {
  nullable: true,
  description: '검색어. Words to find, in any spacing; at most 200 characters.',
} as const

/** The argument `exactly` beside it. */
export const exactlyAsTyped = {
  defaultValue: false,
  description:
    '입력한 그대로. Finds only what holds the words letter by letter: nothing corrected, no particle left out, no initials, keyboard mode or synonym read into them.',
} as const
