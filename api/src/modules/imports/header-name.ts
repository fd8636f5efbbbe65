/** A column name as two lists can be compared by: lists differ in width, blanks, line breaks and kinds of dot. */
export function comparableHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b]/gu, '')
    .replace(/[ㆍᆞ・•‧⋅]/gu, '·')
    .replace(/\*+$/u, '')
}

/** Without a remark in brackets at the end: 사업자번호 (본점,지점) is 사업자번호. */
export const withoutRemark = (header: string) => header.replace(/\([^()]*\)$/u, '')
