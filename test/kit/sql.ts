import pg from 'pg'

export interface Sql {
  run<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  end(): Promise<void>
}

/** A connection behind the application's back. */
export async function openSql(url: string): Promise<Sql> {
  const client = new pg.Client(url)
  // The query that was cut off rejects; that the server went away is no news besides.
  client.on('error', () => {})
  await client.connect()
  return {
    run: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows,
    end: () => client.end(),
  }
}
