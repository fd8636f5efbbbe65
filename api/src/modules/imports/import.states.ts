//  uploaded ──check──▶ checking ─┬▶ previewed ──apply──▶ applying ─┬▶ applied ──undo──▶ undone
//     ▲                          ├▶ failed                         ├▶ moved: what stands has changed meanwhile,
//     └──────── map ─────────────┘  interrupted                    │   and there is a new preview
//  Whatever is not applied can be cancelled, and expires.          └▶ interrupted
export const importStates = [
  'uploaded',
  'checking',
  'previewed',
  'failed',
  'applying',
  'moved',
  'applied',
  'undone',
  'cancelled',
  'expired',
  'interrupted',
] as const
export type ImportState = (typeof importStates)[number]

const waiting = ['uploaded', 'previewed', 'failed', 'moved', 'interrupted'] as const

export const importSteps = {
  map: { from: waiting, to: 'uploaded' },
  check: { from: waiting, to: 'checking' },
  apply: { from: ['previewed', 'moved'], to: 'applying' },
  cancel: { from: [...waiting, 'checking'], to: 'cancelled' },
  undo: { from: ['applied'], to: 'undone' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>
export type ImportStep = keyof typeof importSteps

/** What a run must hold for its steps to be judged. */
export interface ImportFacts {
  state: ImportState
  /** Names of the columns that must be mapped and are not. */
  missing: readonly string[]
  isTable: boolean
  /** Lines that would do something. */
  effects: number
  isExpired: boolean
  isUndoing: boolean
  /** Participants of an event: what they say and are told since leans on them. */
  isOfEvent: boolean
}

export interface AllowedStep {
  step: ImportStep
  isAllowed: boolean
  /** Why not, in Korean. */
  reason: string | null
}

/** Every step, whether it may be taken, and why not. */
export const allowedSteps = (facts: ImportFacts): AllowedStep[] =>
  stepNames.map(step => {
    const reason = reasonAgainst(step, facts)
    return { step, isAllowed: reason === null, reason }
  })

const stepNames = ['map', 'check', 'apply', 'cancel', 'undo'] as const satisfies readonly ImportStep[]

export function reasonAgainst(step: ImportStep, facts: ImportFacts): string | null {
  if (!importSteps[step].from.some(state => state === facts.state)) return wrongState(step, facts.state)
  if (step === 'map' && !facts.isTable) return '열을 맞출 수 있는 표가 아닙니다.'
  if (step === 'check' && facts.missing.length > 0)
    return `꼭 있어야 하는 열이 정해지지 않았습니다: ${facts.missing.join(', ')}. 열을 맞춰 주세요.`
  if (step === 'apply' && facts.effects === 0) return '적용해도 바뀌는 것이 없습니다.'
  if (step === 'undo' && facts.isUndoing)
    return '되돌린 것은 다시 되돌리지 않습니다. 파일을 다시 가져와 주세요.'
  if (step === 'undo' && facts.isOfEvent)
    return '참여자 명단은 한꺼번에 되돌리지 않습니다. 선정 화면에서 참여를 하나씩 거두어 주세요.'
  if (step === 'undo' && facts.isExpired) return '되돌릴 수 있는 기간이 지났습니다.'
  return null
}

const words: Record<ImportState, string> = {
  uploaded: '올린',
  checking: '미리 보기를 만드는 중인',
  previewed: '미리 본',
  failed: '읽지 못한',
  applying: '적용하는 중인',
  moved: '자료가 그사이 바뀐',
  applied: '이미 적용한',
  undone: '되돌린',
  cancelled: '취소한',
  expired: '보관 기간이 지난',
  interrupted: '중단된',
}

const does: Record<ImportStep, string> = {
  map: '열을 맞출',
  check: '미리 볼',
  apply: '적용할',
  cancel: '취소할',
  undo: '되돌릴',
}

const wrongState = (step: ImportStep, state: ImportState) =>
  `${words[state]} 가져오기는 ${does[step]} 수 없습니다.`
