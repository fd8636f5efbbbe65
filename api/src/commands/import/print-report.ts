import type { ImportReport } from '../../modules/imports/import-list.ts'
import { columnsThatChanged } from './changed-columns.ts'

/** So many lines of each sort; the rest is counted. Refusals are what people must act on, so they get more. */
const mostLines = 20
const mostRefusals = 200

/** The report as an officer reads it in a terminal. */
export function printReport(report: ImportReport): string {
  const { plan, refused, gone } = report
  return [
    headline(report),
    ...section('새로 만듦', createdLines(report)),
    ...section('바뀜', changedLines(report)),
    ...section(
      '대체됨 (뒤를 잇는 인증이 있음)',
      plan.superseded.map(({ id }) => supersededLine(id, report)),
    ),
    ...section('취소·반납 통보 (바꾸지 않고 심사로 넘김)', endingLines(report), mostRefusals),
    ...section(
      '명단에서 사라짐 (그대로 둠)',
      gone.map(({ name, businessNumber, kind }) => `${name} (${businessNumber}) ${kind}`),
    ),
    ...section('거절 (행, 열, 이유)', refused.map(refusedLine), mostRefusals),
    ...section(
      '다른 센터가 관리',
      plan.foreign.map(({ name, ...place }) => `${at(place)} ${name}`),
    ),
    ...section(
      '미대조로 보관',
      plan.unmatched.map(({ name, message, ...place }) => `${at(place)} ${name}: ${message}`),
    ),
    '',
    totals(report),
  ].join('\n')
}

function headline({ kind, fileName, sha256, isDryRun, appliedBefore }: ImportReport): string {
  const what = `${kind} ← ${fileName} (sha256 ${sha256.slice(0, 12)}…)`
  if (appliedBefore !== null)
    return `${what}\n이 파일은 ${appliedBefore}에 이미 적용했습니다. 아무것도 바꾸지 않았습니다.`
  return isDryRun ? `${what}\n미리 보기입니다. 아무것도 바꾸지 않았습니다.` : `${what}\n적용했습니다.`
}

function createdLines({ plan }: ImportReport): string[] {
  const { enterprises, certifications, products, categories } = plan
  return [
    ...enterprises.created.map(({ name, businessNumber }) => `기업 ${name} (${businessNumber})`),
    ...certifications.created.map(
      ({ kind, number, validFrom, validUntil, enterpriseId }) =>
        `인증 ${kind} ${number ?? '번호 없음'} ${validFrom ?? '?'}~${validUntil ?? ''} ${plan.names.get(enterpriseId)?.name ?? ''}`,
    ),
    ...products.created.map(({ name }) => `상품 ${name}`),
    ...categories.created.map(({ code, name }) => `품목 ${code} ${name}`),
  ]
}

function changedLines({ plan: { enterprises, certifications, products, categories } }: ImportReport) {
  return [
    ...enterprises.changed.map(change => `기업 ${change.before.name}: ${columnsThatChanged(change)}`),
    ...certifications.changed.map(change => `인증 ${change.before.kind}: ${columnsThatChanged(change)}`),
    ...products.changed.map(change => `상품 ${change.before.name}: ${columnsThatChanged(change)}`),
    ...categories.changed.map(change => `품목 ${change.before.code}: ${columnsThatChanged(change)}`),
  ]
}

const words = { cancelled: '취소', returned: '반납' }

const endingLines = ({ plan }: ImportReport) =>
  plan.endings.map(
    ({ enterpriseId, kind, how, on, ...place }) =>
      `${at(place)} ${plan.names.get(enterpriseId)?.name ?? ''} ${kind} ${words[how]} ${on}`,
  )

function supersededLine(id: string, { plan: { superseded, certifications } }: ImportReport): string {
  const byId = superseded.find(pair => pair.id === id)?.byId
  const renewal = certifications.created.find(created => created.id === byId)
  return `${renewal?.kind ?? ''} → ${renewal?.number ?? '번호 없음'} ${renewal?.validFrom ?? '?'}~${renewal?.validUntil ?? ''}`
}

const refusedLine = ({ place, problem }: ImportReport['refused'][number]) =>
  `${at(place)}${problem.column ? ` [${problem.column}]` : ''} ${problem.message}`

const totals = ({ rows, counts, plan, gone }: ImportReport) =>
  `행 ${rows} · 새로 만듦 ${counts.created} · 바뀜 ${counts.changed} · 대체됨 ${counts.superseded} · 그대로 ${counts.unchanged} · 거절 ${counts.refused} · 미대조 ${counts.unmatched} · 취소 통보 ${plan.endings.length} · 사라짐 ${gone.length}`

const at = ({ sheet, row }: { sheet: string | null; row: number }) =>
  `${sheet === null ? '' : `${sheet} `}${row}행`

function section(title: string, lines: string[], most = mostLines): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - most
  return [
    '',
    `${title} ${lines.length}건`,
    ...lines.slice(0, most).map(line => `  ${line}`),
    ...(rest > 0 ? [`  … ${rest}건 더`] : []),
  ]
}
