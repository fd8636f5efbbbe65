export const claimKinds = ['count', 'ratio', 'parts', 'shares', 'growth'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const claimVerdicts = ['fits', 'differs', 'impossible', 'open'] as const

/** 발표 수치 as printed: "130.0" claims to be exact to a tenth. */
export interface Claim {
  kind: ClaimKind
  value: string | null
  parts: readonly string[]
  partLabels: readonly string[]
}

/** What is recorded, as far as the claim speaks of it. */
interface Recorded {
  /** The figure it is about, now and in the last edition. */
  current: number | null
  previous: number | null
}

interface ClaimCheck {
  verdict: (typeof claimVerdicts)[number]
  /** The sum, quotient or search that leads to the verdict. */
  arithmetic: string
}

const open = (arithmetic: string): ClaimCheck => ({ verdict: 'open', arithmetic })

/** Whether a published figure can be, by arithmetic alone, and whether it is what was recorded. */
export function checkClaim(claim: Claim, recorded: Recorded): ClaimCheck {
  if (claim.kind === 'count') return checkCount(claim, recorded)
  if (claim.kind === 'ratio') return checkRatio(claim, recorded)
  if (claim.kind === 'parts') return checkParts(claim)
  if (claim.kind === 'shares') return checkShares(claim, recorded)
  return checkGrowth(claim)
}

function checkCount({ value }: Claim, { current }: Recorded): ClaimCheck {
  if (value === null || current === null) return open('견줄 기록이 없습니다.')
  const differs = Number(value) - current
  if (differs === 0) return { verdict: 'fits', arithmetic: `발표 ${value} = 기록 ${current}` }
  return {
    verdict: 'differs',
    arithmetic: `발표 ${value} − 기록 ${current} = ${differs > 0 ? '+' : ''}${trim(differs)}`,
  }
}

/** A percentage of a count needs a whole number that it is a percentage of. */
function checkRatio({ value, parts }: Claim, { current, previous }: Recorded): ClaimCheck {
  if (value === null) return open('발표한 비율이 없습니다.')
  const counts = [...new Set([...parts.map(Number), ...(current === null ? [] : [current])])]
  if (counts.length === 0) return open('무엇에 대한 비율인지 알 수 없습니다.')
  const bases = counts.flatMap(count => basesOf(count, value).map(base => ({ count, base })))
  if (bases.length === 0)
    return {
      verdict: 'impossible',
      arithmetic: `${value} %가 되는 정수가 없습니다. ${counts.map(count => nearestBases(count, value)).join(' · ')}`,
    }
  const found = bases.map(({ count, base }) => `${count} ÷ ${base} = ${percent(count, base, value)} %`)
  if (current === null || previous === null || previous === 0)
    return { verdict: 'fits', arithmetic: found.join(' · ') }
  if (bases.some(({ count, base }) => count === current && base === previous))
    return { verdict: 'fits', arithmetic: `${current} ÷ ${previous} = ${value} %` }
  return {
    verdict: 'differs',
    arithmetic: `기록으로는 ${current} ÷ ${previous} = ${percent(current, previous, value)} %입니다. 발표한 값은 ${found.join(' 또는 ')}일 때 나옵니다.`,
  }
}

/** Whole numbers b with count ÷ b = value, as exactly as the value is printed. */
export function basesOf(count: number, value: string): number[] {
  const about = (count * 100) / Number(value)
  if (!Number.isFinite(about)) return []
  const reach = Math.ceil(about * about * 0.01) + 1
  const bases: number[] = []
  for (let base = Math.max(1, Math.floor(about - reach)); base <= about + reach; base++)
    if (canPrintAs(count, base, value)) bases.push(base)
  return bases
}

function nearestBases(count: number, value: string): string {
  const below = Math.max(1, Math.floor((count * 100) / Number(value)))
  return [below, below + 1].map(base => `${count} ÷ ${base} = ${percent(count, base, value)} %`).join(', ')
}

function checkParts({ value, parts, partLabels }: Claim): ClaimCheck {
  const total = parts.reduce((sum, part) => sum + Number(part), 0)
  const added = parts.map((part, index) => `${partLabels[index] ?? ''} ${part}`.trim()).join(' + ')
  if (value === null || parts.length === 0) return open(`${added} = ${trim(total)}`)
  const over = total - Number(value)
  if (over === 0) return { verdict: 'fits', arithmetic: `${added} = ${trim(total)}` }
  if (over > 0)
    return {
      verdict: 'differs',
      arithmetic: `${added} = ${trim(total)}, 전체 ${value}보다 ${trim(over)} 많습니다. 한 곳이 여러 종류에 들면 맞을 수 있으니 둘 다 적어야 합니다.`,
    }
  return {
    verdict: 'differs',
    arithmetic: `${added} = ${trim(total)}, 전체 ${value}보다 ${trim(-over)} 적습니다. 종류가 없는 곳이 있습니다.`,
  }
}

const furthest = 2_000

/** 응답 비율: so many percent of n people need n with a whole number of people for each of them. */
function checkShares({ value, parts }: Claim, { current }: Recorded): ClaimCheck {
  if (parts.length === 0) return open('비율이 없습니다.')
  const shares = parts.map(part => `${part} %`).join(', ')
  if (value !== null) {
    const counts = countsOf(parts, Number(value))
    return counts
      ? { verdict: 'fits', arithmetic: `n=${value}: ${counts.join(' / ')}` }
      : { verdict: 'impossible', arithmetic: `n=${value}에서 ${shares}가 함께 나올 수 없습니다.` }
  }
  const most = current ?? furthest
  const fitting = sizesOf(parts, most)
  if (fitting.length > 0)
    return {
      verdict: 'open',
      arithmetic: `n이 적혀 있지 않습니다. ${most} 이하에서는 ${fitting
        .slice(0, 6)
        .map(n => `n=${n}(${countsOf(parts, n)?.join('/')})`)
        .join(', ')}에서 나옵니다.`,
    }
  const [first] = sizesOf(parts, furthest)
  const beyond =
    first === undefined
      ? `${furthest}까지 없습니다`
      : `첫 n은 ${first}(${countsOf(parts, first)?.join('/')})입니다`
  return {
    verdict: 'impossible',
    arithmetic: `${most} 이하의 어떤 n에서도 ${shares}가 함께 나오지 않습니다. ${beyond}: 응답자의 단위가 참여자와 다릅니다.`,
  }
}

/** Numbers of people n, up to the most, of whom those shares can be. */
export function sizesOf(shares: readonly string[], most: number): number[] {
  const sizes: number[] = []
  for (let n = 1; n <= most; n++) if (countsOf(shares, n)) sizes.push(n)
  return sizes
}

/** How many of n people each share is; null when one of them is no whole number of people. */
export function countsOf(shares: readonly string[], n: number): number[] | null {
  const counts: number[] = []
  for (const share of shares) {
    const about = Math.round((Number(share) * n) / 100)
    const count = [about, about - 1, about + 1].find(k => k >= 0 && k <= n && canPrintAs(k, n, share))
    if (count === undefined) return null
    counts.push(count)
  }
  return counts
}

/** 증감: between which of the figures the difference lies. */
function checkGrowth({ value, parts, partLabels }: Claim): ClaimCheck {
  if (value === null || parts.length < 2) return open('견줄 두 수가 없습니다.')
  const differences = parts.flatMap((from, index) =>
    parts.slice(index + 1).map((to, more) => {
      const name = (place: number) => `${partLabels[place] ?? ''} ${parts[place]}`.trim()
      const by = Number(to) - Number(from)
      const share =
        Number(from) === 0 ? '' : ` (${by < 0 ? '' : '+'}${((by * 100) / Number(from)).toFixed(1)} %)`
      return { by, text: `${name(index + 1 + more)} − ${name(index)} = ${trim(by)}${share}` }
    }),
  )
  const fitting = differences.filter(({ by }) => Math.abs(by - Number(value)) < 1e-9)
  const others = differences.filter(difference => !fitting.includes(difference)).map(({ text }) => text)
  if (fitting.length === 0) return { verdict: 'differs', arithmetic: others.join(' · ') }
  const found = fitting.map(({ text }) => text).join(' · ')
  return {
    verdict: 'fits',
    arithmetic: others.length === 0 ? found : `${found}. 다른 기준으로는 ${others.join(' · ')}`,
  }
}

/** Whether k of n may be printed so: the nearest, and either way where it lies half way between two. */
function canPrintAs(k: number, n: number, value: string): boolean {
  const scale = 10 ** placesOf(value)
  return 2 * Math.abs(k * 100 * scale - Math.round(Number(value) * scale) * n) <= n
}

/** k of n in percent, to as many places as the figure is printed with, half up. */
function percent(k: number, n: number, like: string): string {
  const places = placesOf(like)
  const scaled = Math.floor((k * 100 * 10 ** places * 2 + n) / (2 * n))
  return (scaled / 10 ** places).toFixed(places)
}

const placesOf = (text: string) => text.split('.')[1]?.length ?? 0
const trim = (value: number) => String(Math.round(value * 1e4) / 1e4)
