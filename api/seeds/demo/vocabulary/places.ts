import { provinces } from '../../reference/regions.data.ts'

interface Place {
  /** Ten digits. */
  code: string
  fullName: string
  district: string
  weight: number
}

/** Where the demo’s buyers are: 인천 서해구·검단구, 서울 관악구 and 시흥시 have more enterprises than their share. */
const districtWeights: Record<string, number> = {
  '28275': 16,
  '28290': 11,
  '11620': 12,
  '41390': 12,
  '28125': 3,
}
const provinceWeights: Record<string, number> = { '11': 1.6, '28': 2, '41': 1.2 }
const elsewhere = 0.4

/** Districts in which enterprises sit; a city with wards (일반구) is left to its wards. */
export const places: Place[] = Object.entries(provinces).flatMap(([province, { name, districts }]) =>
  Object.entries(districts)
    .filter(([, district]) => !hasWards(district, districts))
    .map(([code, district]) => ({
      code: code.padEnd(10, '0'),
      fullName: name === district ? name : `${name} ${district}`,
      district,
      weight: districtWeights[code] ?? provinceWeights[province] ?? elsewhere,
    })),
)

function hasWards(city: string, districts: Record<string, string>): boolean {
  return Object.values(districts).some(other => other.startsWith(`${city} `))
}

/** 수도권, as provinces. */
export const capitalArea = ['1100000000', '2800000000', '4100000000']

export const roads = [
  '해오름로',
  '달빛로',
  '새말길',
  '느티나무길',
  '어울림로',
  '두레길',
  '물레방아길',
  '향나무로',
  '한마음로',
  '배움로',
  '솔밭길',
  '방앗간길',
]

/** 발주처 — invented institutions; no real body is said to have bought anything. */
export const clients = [
  '가온시청',
  '한빛구청',
  '새솔구청',
  '다온군청',
  '온누리도서관',
  '가온시 시설관리공단',
  '한빛문화재단',
  '새솔초등학교',
  '해오름중학교',
  '도담유치원',
  '다온보건소',
  '푸른들소방서',
  '가온경찰서',
  '누리환경공단',
  '한빛종합사회복지관',
  '미르발전',
  '온새미평생학습관',
  '가온교육지원청',
  '다온군 농업기술센터',
  '새솔구 육아종합지원센터',
]
