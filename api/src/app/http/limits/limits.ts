/** How much one document may ask for. Every refusal names the limit it stands on. */
export const limits = {
  /** Words and signs of the document. The longest of our own pages has about 200. */
  tokens: 1000,
  /** Brackets within brackets, of any kind. */
  brackets: 60,
  operations: 10,
  fragments: 50,
  /** On one field, fragment or variable. */
  directives: 5,
  /** Fields within fields. */
  depth: 12,
  aliases: 30,
  /** Values in the largest possible answer; see cost.ts. */
  cost: 50_000,
} as const
