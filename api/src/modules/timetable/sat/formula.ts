/** What clauses are written into; a literal is what `variable()` gives, `literal ^ 1` is its negation. */
export interface Formula {
  variable(): number
  clause(...literals: number[]): void
}
