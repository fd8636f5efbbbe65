import type { Cell } from '../table/table.ts'
import type { Parsed } from './parsed.ts'

/** 인증번호 — one spelling for what lists write as 제2007-001호, 2007-001 or 제 2007 - 001 호; others as printed. */
export function readCertificateNumber({ text }: Cell): Parsed<string> {
  const written = text.normalize('NFKC').trim()
  const [, year, number] = /^제?(\d{4})[-–](\d{1,4})호?$/u.exec(written.replace(/\s/gu, '')) ?? []
  return { value: year === undefined ? written : `제${year}-${number}호` }
}
