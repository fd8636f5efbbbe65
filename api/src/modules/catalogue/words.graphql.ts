/** The argument `query` of every list that can be searched. */
export const words = {
  nullable: true,
  description: '검색어. Words to find, in any spacing; at most 200 characters.',
} as const
