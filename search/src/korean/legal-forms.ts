/**
 * Words that say what an organisation is in law, not which one it is. People leave them out, put
 * them on the other side, or shorten them; so they count as words of their own, never as the name.
 */
const LEGAL_FORMS = [
  '농업회사법인주식회사',
  '농업회사법인',
  '어업회사법인',
  '영농조합법인',
  '영어조합법인',
  '사회적협동조합연합회',
  '협동조합연합회',
  '사회적협동조합',
  '소비자생활협동조합',
  '협동조합',
  '사회복지법인',
  '의료법인',
  '학교법인',
  '비영리법인',
  '사단법인',
  '재단법인',
  '주식회사',
  '유한책임회사',
  '유한회사',
  '합자회사',
  '합명회사',
].toSorted((a, b) => b.length - a.length)

const LEGAL_FORM_SET = new Set(LEGAL_FORMS)

/** (주), (유), (사)…: the short forms, which are only ever written in brackets. */
const BRACKETED = /\((?:주|유|사|재|복|합|자|의|학|농|영|협)\)/gu

export function isLegalForm(word: string): boolean {
  return LEGAL_FORM_SET.has(word)
}

export function withoutBracketedForms(text: string): string {
  return text.replace(BRACKETED, ' ')
}

/** 사회적협동조합두레마을 → 사회적협동조합, 두레마을. A word that is a legal form alone stays whole. */
export function splitLegalForms(word: string): string[] {
  if (word.length < 5 || isLegalForm(word)) return [word]

  const leading = LEGAL_FORMS.find(form => word.startsWith(form) && isName(word.slice(form.length)))
  if (leading !== undefined) return [leading, ...splitLegalForms(word.slice(leading.length))]

  const trailing = LEGAL_FORMS.find(form => word.endsWith(form) && isName(word.slice(0, -form.length)))
  if (trailing !== undefined) return [...splitLegalForms(word.slice(0, -trailing.length)), trailing]

  return [word]
}

/** What remains must itself be able to be a name: one letter is a slip of the cut. */
function isName(rest: string): boolean {
  return rest.length >= 2
}
