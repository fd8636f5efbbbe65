import { fileRefusal } from './file-refusal.ts'
import { type Cell, emptyCell, type TableEvent } from './table.ts'

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw fileRefusal(
      `JSON 문법이 맞지 않습니다(${error.message}). 파일이 끝까지 내려받아졌는지 확인해 주세요.`,
    )
  }
}

/**
 * A list of flat objects as a table, either by itself or in the wrapper of the open-data portal
 * (odcloud): `{ data: [...], matchCount, page, … }`. The keys are the header, in row 0, and the n-th
 * object is row n.
 */
export async function* jsonEvents(value: unknown): AsyncGenerator<TableEvent> {
  const objects = listOf(value).map(objectOf)
  const keys = [...new Set(objects.flatMap(object => [...object.keys()]))]
  yield { type: 'sheet', name: null, isHidden: false, position: 0 }
  yield { type: 'row', number: 0, isHidden: false, cells: keys.map(text => ({ kind: 'text', text })) }
  for (const [i, object] of objects.entries())
    yield {
      type: 'row',
      number: i + 1,
      isHidden: false,
      cells: keys.map(key => cellOf(key, object.get(key), i + 1)),
    }
  yield { type: 'end', mergedRanges: [] }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data))
    return value.data
  throw fileRefusal('JSON에 목록이 없습니다. 배열이거나 data 항목에 배열이 있어야 합니다.')
}

function objectOf(item: unknown, i: number): Map<string, unknown> {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw fileRefusal(`JSON 목록의 ${i + 1}번째 항목이 객체가 아닙니다. {"열": "값"} 꼴로 고쳐 주세요.`)
  return new Map(Object.entries(item))
}

function cellOf(key: string, value: unknown, row: number): Cell {
  switch (typeof value) {
    case 'undefined':
      return emptyCell
    case 'string':
      return { kind: 'text', text: value }
    case 'number':
      return { kind: 'number', text: String(value) }
    case 'boolean':
      return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
    default:
      if (value === null) return emptyCell
      throw fileRefusal(
        `JSON 목록의 ${row}번째 항목 ${key}에 값 하나가 아닌 묶음이 있습니다. 값 하나로 고쳐 주세요.`,
      )
  }
}
