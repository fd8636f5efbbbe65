import { Refusal } from '../../../platform/refusal.ts'
import { fileProblem } from '../file-problem.ts'

const ofTheDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'ENOTDIR', 'EMFILE', 'ENFILE'])
const ofTheLine = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'])

/** What went wrong with the disk or the line, said so; anything else stays what it is, a defect. */
export function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (ofTheLine.has(code))
    return fileProblem('interrupted', '전송이 끊겼습니다. 연결을 확인하고 이어서 올려 주세요.')
  if (!ofTheDisk.has(code)) return error
  return new Refusal(
    'SERVICE_UNAVAILABLE',
    '서버에 파일을 둘 자리가 없습니다. 저장된 것은 없으니 잠시 뒤 다시 올려 주세요.',
    'file',
    error,
  )
}
