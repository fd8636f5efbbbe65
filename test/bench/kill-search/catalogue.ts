import type { Sql } from '../../kit/sql.ts'

/** What the catalogue holds in the end, and so every index should. */
export interface Truth {
  enterprises: { id: string; token: string; isPublic: boolean; onSale: number }[]
  products: { id: string; token: string; price: number; isOnSale: boolean }[]
}

/**
 * Gives every enterprise and product a number for a name, and every product a price of its own: each can
 * then be asked for alone, and an answer says which version of it the index holds.
 */
export async function makeUnmistakable(sql: Sql): Promise<void> {
  const digits = '(1000000000 + floor(random() * 8999999999))::bigint::text'
  // Long, so that none is taken for another one misspelt.
  const token = `${digits} || ${digits}`
  await sql.run(`delete from enterprise_name`)
  await sql.run(`update enterprise set name = ${token}`)
  await sql.run(`
    update product p set name = ${token}, price = n.n
    from (select id, row_number() over (order by id) as n from product) n where n.id = p.id`)
}

/** An enterprise with a product, in one slow transaction, as an import writes them: others commit in between. */
export async function register(sql: Sql, tokens: [string, string], price: number): Promise<void> {
  const [enterprise, product] = [crypto.randomUUID(), crypto.randomUUID()]
  await sql.run('begin')
  await sql.run(
    `insert into enterprise (id, business_number, name, state, source, created_at, updated_at)
     values ($1, left($2, 10), $2, 'published', 'test', now(), now())`,
    [enterprise, tokens[0]],
  )
  await record(sql, 'enterprise.registered', 'enterprise', enterprise)
  await sql.run('select pg_sleep(0.3)')
  await sql.run(
    `insert into product (id, enterprise_id, name, unit, price, includes_vat, state, source, created_at, updated_at)
     values ($1, $2, $3, '개', $4, true, 'on_sale', 'test', now(), now())`,
    [product, enterprise, tokens[1], price],
  )
  await record(sql, 'product.published', 'product', product)
  await sql.run('commit')
}

const record = (sql: Sql, name: string, type: string, id: string) =>
  sql.run(
    `insert into ledger (at, actor_role, name, subject_type, subject_id) values (now(), 'system', $1, $2, $3)`,
    [name, type, id],
  )

export async function readTruth(sql: Sql): Promise<Truth> {
  const products = await sql.run<Truth['products'][number]>(`
    select p.id, p.name as token, p.price::float8 as price, p.state = 'on_sale' and e.state = 'published' as "isOnSale"
    from product p join enterprise e on e.id = p.enterprise_id`)
  const enterprises = await sql.run<Truth['enterprises'][number]>(`
    select e.id, e.name as token, e.state = 'published' as "isPublic",
      (select count(*)::int from product p where p.enterprise_id = e.id and p.state = 'on_sale') as "onSale"
    from enterprise e`)
  return { enterprises, products }
}
