/** What is not the name but the form of the firm; the bench has its own list, so as not to test the engine with itself. */
const FORMS =
  /사회적협동조합|농업회사법인|영농조합법인|협동조합|주식회사|유한회사|사단법인|재단법인|\(주\)|\(유\)|㈜/gu

export function nameProper(name: string): string {
  const proper = name.replace(FORMS, '').replace(/[^\p{L}\p{N}]/gu, '')
  return proper.length >= 2 ? proper : name
}
