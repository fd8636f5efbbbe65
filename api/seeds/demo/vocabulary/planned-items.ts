import type { visibilities } from '../../../src/modules/plans/planned-purchase.entity.ts'

export interface PlannedItem {
  institution: string
  department: string
  item: string
  /** As somebody confirmed it; null: nobody has said yet. */
  categoryCode: string | null
  thousandWon: number | null
  month: number | null
  budgetLine: string
  visibility: (typeof visibilities)[number]
}

/** 구매예정품목 — invented lines of budgets, as officers write them: `institution/department | item | code | 천원 | month | budget line | visibility`. */
const table = `
  누리시청/홍보담당관 | 시정 홍보물 인쇄 | 82121505 | 42000 | 3 | 시정홍보-사무관리비 | participants
  누리시청/홍보담당관 | 시정 소식지 발간 | 55101506 | 96000 | 1 | 시정홍보-사무관리비 | public
  누리시청/홍보담당관 | 행사 현수막 제작 및 설치 | 55121706 | 18000 | 2 | 시정홍보-행사운영비 | public
  누리시청/홍보담당관 | 시민 기념품(에코백) | - | 12000 | 5 | 시정홍보-행사운영비 | participants
  누리시청/홍보담당관 | 홍보 영상 제작 용역 | - | 55000 | 4 | 시정홍보-사무관리비 | center
  누리시청/홍보담당관 | 직원 명함 인쇄 | 82121507 | 6000 | 1 | 기본경비-사무관리비 | public
  누리시청/홍보담당관 | 내부 회의 다과 | - | 2400 | 1 | 기본경비-업무추진비 | department
  누리시청/회계과 | 청사 청소 용역 | 761115 | 310000 | 12 | 청사관리-공공운영비 | public
  누리시청/회계과 | 복사용지 구입 | 14111507 | 36000 | 1 | 기본경비-사무관리비 | public
  누리시청/회계과 | 재생 토너 카트리지 | 44103103 | 28000 | 2 | 기본경비-사무관리비 | public
  누리시청/회계과 | 사무용 의자 교체 | 56112102 | 45000 | 6 | 청사관리-자산취득비 | participants
  누리시청/회계과 | 회의용 탁자 | - | 22000 | 6 | 청사관리-자산취득비 | participants
  누리시청/회계과 | 청사 조경 관리 | 72102902 | 64000 | 3 | 청사관리-공공운영비 | center
  누리시청/회계과 | 화장지·종이수건 | 14111704 | 15000 | 1 | 기본경비-사무관리비 | public
  누리시청/문화예술과 | 거리축제 무대·음향조명 임차 | - | 80000 | 9 | 축제운영-행사운영비 | participants
  누리시청/문화예술과 | 축제 안내 리플릿 | 82121505 | 9000 | 8 | 축제운영-사무관리비 | public
  누리시청/문화예술과 | 축제 참가자 도시락 | 50192701 | 14000 | 9 | 축제운영-행사운영비 | public
  누리시청/문화예술과 | 작은도서관 도서 구입 | 551015 | 30000 | 4 | 도서관-자산취득비 | center
  누리시청/사회적경제과 | 사회적경제 한마당 행사 대행 | 80141902 | 70000 | 7 | 사회적경제-행사운영비 | public
  누리시청/사회적경제과 | 우선구매 안내 책자 인쇄 | 82121506 | 8000 | 2 | 사회적경제-사무관리비 | public
  누리시청/사회적경제과 | 설명회 기념품 | - | 5000 | 2 | 사회적경제-행사운영비 | participants
  새나루구청/재무과 | 신청사 이전 인쇄물 | 82121506 | 24000 | 1 | 청사이전-사무관리비 | participants
  새나루구청/재무과 | 청사 안내 간판 | 551217 | 90000 | 1 | 청사이전-시설비 | public
  새나루구청/재무과 | 복사용지 | 14111507 | 18000 | 1 | 기본경비-사무관리비 | public
  새나루구청/재무과 | 사무용 가구 | 5611 | 150000 | 2 | 청사이전-자산취득비 | participants
  새나루구청/재무과 | 이사 용역 | - | 60000 | 1 | 청사이전-공공운영비 | center
  새나루구청/복지정책과 | 어르신 도시락 배달 | 50192701 | 220000 | 1 | 노인복지-사회보장적수혜금 | public
  새나루구청/복지정책과 | 명절 선물 꾸러미 | - | 33000 | 2 | 복지정책-행사운영비 | participants
  새나루구청/복지정책과 | 방문 돌봄 서비스 | - | 120000 | 3 | 복지정책-민간위탁금 | center
  한나루구청/재무과 | 구정 홍보 리플릿 | 82121505 | 11000 | 3 | 구정홍보-사무관리비 | public
  한나루구청/재무과 | 사무용품 일괄 구입 | 4412 | 26000 | 1 | 기본경비-사무관리비 | public
  한나루구청/재무과 | 전산 장비 유지보수 | - | 48000 | 1 | 정보화-공공운영비 | center
  한나루구청/보건소 | 손소독제 | - | 13000 | 1 | 감염병예방-재료비 | participants
  한나루구청/보건소 | 방역 소독 용역 | 72102103 | 76000 | 5 | 감염병예방-공공운영비 | public
  한나루구청/보건소 | 건강검진 안내문 인쇄 | 82121505 | 7000 | 4 | 보건사업-사무관리비 | public
  한나루구청/보건소 | 일회용 마스크 | - | 9000 | 10 | 감염병예방-재료비 | participants
  누리문화재단/경영지원팀 | 사무실 청소 용역 | 761115 | 24000 | 1 | 기관운영-용역비 | public
  누리문화재단/경영지원팀 | 연차보고서 기획·인쇄 | 55101515 | 16000 | 11 | 기관운영-인쇄비 | public
  누리문화재단/경영지원팀 | 직원 단체복 | - | 6500 | 4 | 기관운영-복리후생비 | center
  누리문화재단/경영지원팀 | 재생 토너 | 44103103 | 4800 | 1 | 기관운영-소모품비 | public
  누리문화재단/축제사업팀 | 축제 포스터 인쇄 | 82121505 | 5200 | 7 | 축제-인쇄비 | public
  누리문화재단/축제사업팀 | 축제 현수막·배너 | 55121706 | 17000 | 8 | 축제-홍보비 | public
  누리문화재단/축제사업팀 | 공연 케이터링 | 90101603 | 20000 | 9 | 축제-행사비 | participants
  누리문화재단/축제사업팀 | 체험 부스 재료 | - | 8800 | 8 | 축제-재료비 | participants
  누리문화재단/축제사업팀 | 축제 안전요원 | - | 31000 | 9 | 축제-용역비 | center
  누리교육지원청/재정지원과 | 교육 자료집 인쇄 | 82121506 | 38000 | 3 | 교육과정-인쇄비 | public
  누리교육지원청/재정지원과 | 연수 도시락 | 50192701 | 9500 | 7 | 연수-급식비 | public
  누리교육지원청/재정지원과 | 사무용 의자 | 56112102 | 27000 | 5 | 기관운영-비품비 | participants
  누리교육지원청/재정지원과 | 학교 홍보 영상 | - | 18000 | 6 | 홍보-용역비 | center
  누리초등학교/행정실 | 급식용 친환경 쌀 | - | 44000 | 3 | 급식-식재료비 | public
  누리초등학교/행정실 | 졸업앨범 제작 | - | 7800 | 11 | 교육활동-인쇄비 | public
  누리초등학교/행정실 | 교실 공기청정기 임차 | - | 12000 | 3 | 시설-임차료 | center
  누리초등학교/행정실 | 학교 소독 | 72102103 | 3600 | 4 | 시설-용역비 | public
  누리초등학교/행정실 | 학교 청소 용역 | 761115 | 21000 | 3 | 시설-용역비 | public
  누리시설관리공단/구매계약팀 | 체육관 청소 용역 | 761115 | 140000 | 1 | 시설운영-용역비 | public
  누리시설관리공단/구매계약팀 | LED 조명 교체 | - | 88000 | 5 | 시설운영-시설비 | public
  누리시설관리공단/구매계약팀 | 작업복·안전화 | - | 16000 | 3 | 안전관리-피복비 | participants
  누리시설관리공단/구매계약팀 | 화장지 | 14111704 | 19000 | 1 | 시설운영-소모품비 | public
  누리시설관리공단/구매계약팀 | 안내 표지판 | 551217 | 23000 | 4 | 시설운영-시설비 | public
  누리시설관리공단/구매계약팀 | 공원 화초 식재 | - | - | 4 | 공원관리-재료비 | center
`

export const plannedItems: PlannedItem[] = table.trim().split('\n').map(readLine)

function readLine(line: string): PlannedItem {
  const [where = '', item = '', code = '', thousands = '', month = '', budgetLine = '', sight] = line
    .split('|')
    .map(cell => cell.trim())
  const [institution = '', department = ''] = where.split('/')
  const visibility = (['department', 'center', 'participants', 'public'] as const).find(
    name => name === sight,
  )
  if (!department || !item || !budgetLine || !visibility) throw new Error(`Not a planned item: "${line}".`)
  return {
    ...{ institution, department, item, budgetLine, visibility },
    categoryCode: code === '-' ? null : code,
    thousandWon: thousands === '-' ? null : Number(thousands),
    month: month === '-' ? null : Number(month),
  }
}
