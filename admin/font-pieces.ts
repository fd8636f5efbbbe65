import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const name = 'virtual:fonts.css'
const kept = 'node_modules/.cache/fonts'
const weights = { 400: 'Regular', 700: 'Bold' }

interface Piece {
  /** As `unicode-range` has it. */
  range: string
  text: string
}

/**
 * Cuts Pretendard GOV, as the KRDS kit ships it, into pieces that a browser fetches by what a page says: the words of
 * buyers' pages with the usual syllables of what is bought, what else the desks say, and the rest of Hangul by code
 * points. A page of results takes one of each weight, instead of half a megabyte. Pieces are kept between builds.
 */
export function fontPieces(): Plugin {
  return {
    name: 'font-pieces',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const faces: string[] = []
      for (const [weight, file] of Object.entries(weights)) faces.push(...(await facesOf(file, weight)))
      return faces.join('\n')
    },
  }
}

async function facesOf(file: string, weight: string): Promise<string[]> {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('krds-uiux/package.json'))
  const whole = readFileSync(path.join(fonts, `resources/fonts/PretendardGOV-${file}.subset.woff2`))
  const faces: string[] = []
  for (const { range, text } of pieces()) {
    const url = await pieceOf(whole, text)
    faces.push(
      `@font-face{font-family:'Pretendard GOV';font-weight:${weight};font-display:swap;src:url('${url}') format('woff2');unicode-range:${range}}`,
    )
  }
  return faces
}

/** The address of a piece below the root of this package. */
async function pieceOf(whole: Buffer, text: string): Promise<string> {
  const hash = createHash('sha256').update(whole).update(text).digest('hex').slice(0, 16)
  const file = path.join(import.meta.dirname, kept, `${hash}.woff2`)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, await subsetFont(whole, text, { targetFormat: 'woff2' }))
  }
  return `/${kept}/${hash}.woff2`
}

/** The later piece has a character that several name: the widest ranges stand first. */
function pieces(): Piece[] {
  const buyers = charactersOf([
    latin,
    punctuation,
    wordsIn('src/locales/ko.json'),
    ofPublicPurchasing,
    ofOffers,
    everyday,
  ])
  const desks = without(charactersOf([wordsIn('src/locales/*.json')]), buyers)
  const common = new Set([...buyers, ...desks])
  const rest = Array.from({ length: hangulPieces }, (_, at) => {
    const from = hangul.from + at * hangulStep
    return rangePiece(from, Math.min(from + hangulStep - 1, hangul.until), common)
  })
  const signs = signRanges.map(([from, until]) => rangePiece(from, until, common))
  return [...signs, ...rest, listPiece(desks), listPiece(buyers)]
}

const hangul = { from: 0xac00, until: 0xd7a3 }
/** Other Latin letters, signs, Hangul letters by themselves with what stands around them, forms of full width. */
const signRanges = [
  [0x80, 0x24f],
  [0x250, 0x2fff],
  [0x3000, hangul.from - 1],
  [hangul.until + 1, 0xffff],
] as const
const hangulPieces = 24
const hangulStep = Math.ceil((hangul.until - hangul.from + 1) / hangulPieces)
const latin = String.fromCodePoint(...Array.from({ length: 95 }, (_, at) => 0x20 + at))
const punctuation = '\u00a0·…‘’“”–—×→↑↓©㎡㈜「」（）›'

/**
 * Syllables of the categories, regions and certifications of public purchasing, the most frequent first, as
 * api/seeds/reference has them, without those of the buyers' pages.
 */
const ofPublicPurchasing =
  '군산물천양육프행트광진생예법강봉북웨티활블커특감애평폐레벤술파린컴편퓨향환년노닥독램백병외축침팅홍흥김덕악점채탁피곡념및손촉충츠택패획너돌락령릿변봄섬셔옥절추컨컵털테학황갖극꽃끼냉례루링말망벨빵완욕잉잡철촬케콘콜클튼플객골꿀녹략률릉머뷔빔빗샌션셜쇼숙슈쌀앙야염워응잼젝질찬찰척칠쿠퀵텐퍼펜펫핑험각괴귀균깃꼬낭낵냅넥넷녕논놀농닐닛떡띠랍랑럼련론롤룡멀몽믹민범베벽브삼샴섭솔숍승씨암앗앞얼엔엽옹왁왕웹읍익잎잔접젯족존쥐착친칫칼캐캔컬켓킨탄탕탠탬텀톱퇴틱팔팡푸헬혀홀횡후훈훼휠흡'

/** Syllables of the names of enterprises and of what they offer, as the fictional ones of api/seeds/demo have them. */
const ofOffers =
  '벌뜰네측톤쉬득빛늄묶압징흑낡낱돕묻밤밭벗벼숲슬썹윤좌총켤텍폭휴걷겸굽돈듬떠랩럴룩뫼묵밥볶빌샘셋쓴졸춤퀴킵튜폴픽혜혼갓겁겔괜굿껍껑꿉끈낙냄냇널넓넛녁녘늬닝닦닿댁덜덫덮듈딤딩딸뚜뜨럭렉륜릎맥멜몬묘볕붓븐빚샅샛섰섶솜솝쌓앨얻엌웁웰쟁죽즐짧찌찍찮첩춧캠캡콩큐킹탐탑탱턱텃퉁팥팬펄펌펼폼풍픈핸햇혔횟힐'

/** Syllables that any Korean text is full of and the words above happen to lack. */
const everyday =
  '갈걱겉겨겹곁곤곧곱괄굳굴궁긋긍길깊깔깨꼭꾼끌끔낳낼넣녀놓눈눔뉘느늦님답덤둘둠든듣듭듯땅때떤뛰란런렌룹릭많맑맛맡맨맺먹먼멘며멸몇몰몸믿밑밝붙빈빨뿌석섞쉽십싶싸써씻앉억언엄엇엘옆올옮옷왔움율잃잊잘젊좋죄줌즈즉짐짓짝째참챙촌층칙칩칭칸쾌틀팀팩풀핵허헌혁혈혹휘흐흔히힘'

const wordsIn = (pattern: string): string =>
  globSync(pattern, { cwd: import.meta.dirname })
    .map(file => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
    .join('')

const charactersOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.join(''))].filter(sign => sign >= ' ').toSorted()

const without = (signs: readonly string[], others: readonly string[]) => {
  const gone = new Set(others)
  return signs.filter(sign => !gone.has(sign))
}

const hex = (sign: string | number) =>
  (typeof sign === 'number' ? sign : (sign.codePointAt(0) ?? 0)).toString(16)

const listPiece = (signs: readonly string[]): Piece => ({
  range: signs.map(sign => `U+${hex(sign)}`).join(),
  text: signs.join(''),
})

const rangePiece = (from: number, until: number, common: ReadonlySet<string>): Piece => ({
  range: `U+${hex(from)}-${hex(until)}`,
  text: Array.from({ length: until - from + 1 }, (_, at) => String.fromCodePoint(from + at))
    .filter(sign => sign.isWellFormed() && !common.has(sign))
    .join(''),
})
