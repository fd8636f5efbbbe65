import { readTable, type TableOptions } from '../table/read-table.ts'
import type { Row, TableEvent } from '../table/table.ts'

/** Everything in a file, for tests that want to look at it at once. */
export async function eventsOf(bytes: Buffer, options?: TableOptions): Promise<TableEvent[]> {
  const events: TableEvent[] = []
  for await (const event of readTable({ name: 'test', bytes }, options).events) events.push(event)
  return events
}

export async function rowsOf(bytes: Buffer, options?: TableOptions): Promise<Row[]> {
  return (await eventsOf(bytes, options)).filter(event => event.type === 'row')
}

/** The texts of each row. */
export async function textsOf(bytes: Buffer, options?: TableOptions): Promise<string[][]> {
  return (await rowsOf(bytes, options)).map(row => row.cells.map(cell => cell.text))
}

/** The message of the refusal that reading ends in; reading to the end is a failure of the test. */
export async function refusalOf(read: () => unknown): Promise<string> {
  try {
    await read()
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return error.message
    throw error
  }
  throw new Error('It was read without a refusal')
}
