const FORM =
  '(사회적협동조합|농업회사법인|영농조합법인|협동조합|주식회사|유한회사|사단법인|재단법인|\\(주\\)|\\(유\\)|㈜)'
const AROUND = new RegExp(`^${FORM}+|${FORM}+$`, 'gu')

/** The name without the form of the firm around it; the bench has its own list, so as not to test the engine with itself. */
export function nameProper(name: string): string {
  const proper = name.replace(AROUND, '').replace(/[^\p{L}\p{N}]/gu, '')
  return proper.length >= 2 ? proper : name
}
