import { Refusal } from '../../platform/refusal.ts'

/** The six things that go wrong with a file, and that a page says beside its name. */
export const fileProblems = ['type', 'size', 'count', 'empty', 'password', 'interrupted'] as const
export type FileProblem = (typeof fileProblems)[number]

/** Nothing of the file is kept. What · why · what to do, in Korean. */
export const fileProblem = (problem: FileProblem, message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', message, 'file', undefined, { problem })

export const wrongType = () =>
  fileProblem('type', '받을 수 없는 형식입니다. PDF, JPG, PNG, WebP, HWP, HWPX, XLSX를 올려 주세요.')

export const notWhatItsNameSays = (extension: string) =>
  fileProblem(
    'type',
    `이름은 .${extension}인데 내용은 그 형식이 아닙니다. 원래 프로그램에서 열어 다시 저장한 뒤 올려 주세요.`,
  )

export const severalInOne = () =>
  fileProblem(
    'type',
    '한 파일에 다른 형식이 함께 들어 있어 받지 않습니다. 원래 프로그램에서 다시 저장한 뒤 올려 주세요.',
  )

export const damaged = () =>
  fileProblem(
    'interrupted',
    '파일이 손상되었거나 끝까지 오지 않았습니다. 열리는지 확인하고 다시 올려 주세요.',
  )

export const hasPassword = () =>
  fileProblem('password', '암호나 사용 제한이 걸려 있습니다. 암호를 풀고 다시 저장한 뒤 올려 주세요.')

export const hasMacros = () =>
  fileProblem('type', '매크로가 든 문서는 받지 않습니다. 매크로 없는 .xlsx로 다시 저장한 뒤 올려 주세요.')

export const unpacksTooLarge = () =>
  fileProblem('size', '압축을 풀면 지나치게 커지는 파일입니다. 필요한 부분만 남겨 다시 저장해 주세요.')

export const tooManyPixels = () =>
  fileProblem('size', '그림이 너무 큽니다. 한 그림은 5,000만 화소까지입니다. 해상도를 낮춰 다시 올려 주세요.')

export const isEmpty = () => fileProblem('empty', '빈 파일입니다. 내용이 있는 파일을 올려 주세요.')

export const tooLarge = (largestBytes: number) =>
  fileProblem(
    'size',
    `한 파일은 ${largestBytes / 1_000_000}MB까지입니다. 쪽을 나누거나 해상도를 낮춰 주세요.`,
  )
