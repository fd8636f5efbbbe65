import pg from 'pg'

export interface Sql {
  run<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  end(): Promise<void>
}

/** A connection behind the application's back. */
export async function openSql(url: string): Promise<Sql> {
  const client = new pg.Client(url)
  await client.connect()
  return {
    run: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows,
    end: () => client.end(),
  }
}
