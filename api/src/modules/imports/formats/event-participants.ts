import { readBusinessNumber } from '../cell/business-number-cell.ts'
import { readChosen, readListNumber } from '../cell/chosen.ts'
import { readDay } from '../cell/day-cell.ts'
import { readName } from '../cell/name.ts'
import { optional } from '../cell/parsed.ts'
import { readRequiredText, readText } from '../cell/text.ts'
import type { TableFormat } from '../format.ts'
import { column, columnIfAny, layout } from '../layout.ts'
import { joined } from './joined.ts'

const wholeBody = '기관 전체'

/** 구매담당자 명단 — the one sheet that consultation centres keep: who comes, on which day, and whom they want to meet. */
export const eventBuyers: TableFormat = {
  shape: 'table',
  title: '상담회 구매담당자 명단',
  about: 'event',
  layout: layout(
    {
      number: column(readListNumber, '번호', '연번', '담당자번호', '바이어번호'),
      institution: column(readRequiredText, '기관', '소속', '소속기관', '기관명', '바이어소속'),
      name: column(readRequiredText, '성명', '이름', '담당자', '바이어성명'),
      onDay: columnIfAny(optional(readDay), '날짜', '참가날짜', '참가일', '상담일'),
      department: columnIfAny(optional(readText), '부서', '부서명'),
      phone: columnIfAny(optional(readText), '휴대폰', '연락처', '전화번호'),
      email: columnIfAny(optional(readText), '이메일', '전자우편'),
      field: columnIfAny(optional(readText), '분야', '대분류'),
      items: columnIfAny(optional(readText), '관심품목', '세부품목'),
      wished: columnIfAny(readChosen, '관심기업(기업명)', '관심기업', '희망기업', '관심기업번호'),
    },
    ({ department, wished, field, items, ...buyer }) => [
      {
        type: 'buyer',
        ...buyer,
        department: department ?? wholeBody,
        items: joined(', ', field, items),
        wished: wished ?? [],
      },
    ],
  ),
}

/** 참가기업 명단 — the other sheet: which enterprises come with what, and which officers they want to meet. */
export const eventEnterprises: TableFormat = {
  shape: 'table',
  title: '상담회 참가기업 명단',
  about: 'event',
  layout: layout(
    {
      number: column(readListNumber, '연번', '번호', '기업번호'),
      name: column(readName, '기업명', '회사명', '업체명'),
      businessNumber: columnIfAny(optional(readBusinessNumber), '사업자등록번호', '사업자번호'),
      items: columnIfAny(optional(readText), '주요품목', '세부품목', '공급품목'),
      category: columnIfAny(optional(readText), '품목분류', '대분류'),
      wished: columnIfAny(
        readChosen,
        '희망 바이어',
        '희망 구매담당자',
        '관심 구매담당자',
        '희망 바이어 번호',
      ),
    },
    ({ wished, ...enterprise }) => [{ type: 'exhibitor', ...enterprise, wished: wished ?? [] }],
  ),
}
