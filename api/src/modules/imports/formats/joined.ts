/** What there is of the texts, in one; null when there is nothing. */
export function joined(separator: string, ...texts: (string | null)[]): string | null {
  return texts.filter(Boolean).join(separator) || null
}
