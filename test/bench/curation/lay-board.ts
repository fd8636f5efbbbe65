import { createServer } from 'node:net'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import { eventually } from '../../kit/ask.ts'
import { openCuration } from '../../kit/curation.ts'
import { Mortal } from '../kill-search/mortal.ts'

/** The application as production runs it, with so many applicants of one event, each with something to rank by. */
export async function layBoard(databaseUrl: string, filesDir: string, applicants: number) {
  const orm = await connect(databaseUrl)
  await migrate(orm)
  await loadReference(systemContext(orm, new Date()))
  await orm.close()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const api = new Mortal('api/dist/main.js', {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    MEILI_URL: '',
    FILES_DIR: filesDir,
  })
  api.start()
  await eventually(async () => {
    if (!(await fetch(`${url}/health`)).ok) throw new Error('not up yet')
  }, 60_000)

  const world = await openCuration({ url, databaseUrl, dataDir: filesDir, stop: () => api.kill() })
  const event = await world.event({ state: 'curating', wanted: Math.ceil(applicants / 2) })
  await world.sql.run(enterprisesSql, [world.center, applicants])
  await world.sql.run(productsSql)
  await world.sql.run(recordsSql)
  await world.sql.run(plansSql, [world.center])
  await world.sql.run(participationsSql, [event.key, world.center])
  await world.sql.run(
    `insert into event_quota (id, event_id, what, value, minimum, maximum) values (gen_random_uuid(), $1, 'new', null, 10, 290)`,
    [event.key],
  )
  await world.sql.run('analyze')
  return {
    url,
    event: event.id,
    token: world.staff.token,
    undecided: async () => {
      const [row] = await world.sql.run<{ n: number }>(
        `select count(*)::int as n from participation where state = 'applied'`,
      )
      return row?.n ?? applicants
    },
    stop: async () => {
      await world.end()
      await api.kill()
    },
  }
}

const enterprisesSql = `
  insert into enterprise (id, business_number, name, state, source, center_id, created_at, updated_at)
  select gen_random_uuid(), lpad((1000000000 + n)::text, 10, '0'), '신청' || lpad(n::text, 3, '0') || '협동조합', 'published', 'bench', $1, now(), now()
  from generate_series(1, $2::int) n`

/** Ten each, over the leaves of the categories. */
const productsSql = `
  insert into product (id, enterprise_id, category_code, name, unit, includes_vat, state, source, created_at, updated_at)
  select gen_random_uuid(), e.id, c.code, c.name, '개', true, 'on_sale', 'bench', now(), now()
  from (select id, row_number() over (order by name) as n from enterprise) e
  join (select code, name, row_number() over (order by code) as n, count(*) over () as all from category where length(code) >= 8) c
    on c.n % 300 = e.n % 300 and c.n <= 3000`

const recordsSql = `
  with made as (
    insert into credential (id, enterprise_id, kind, stated_on, created_at, updated_at)
    select gen_random_uuid(), e.id, 'delivery_record', current_date, now(), now()
    from (select id, row_number() over (order by name) as n from enterprise) e, generate_series(1, 5) g where g <= e.n % 6
    returning id)
  insert into delivery_record (credential_id, client, item, amount, delivered_on)
  select id, '시험구청', '시험', 1000000, current_date - 100 from made`

const plansSql = `
  with i as (
    insert into institution (id, center_id, kind, name, created_at, updated_at)
    values (gen_random_uuid(), $1, 'district', '시험구', now(), now()) returning id),
  d as (
    insert into department (id, center_id, institution_id, name, created_at, updated_at)
    select gen_random_uuid(), $1, i.id, '총무과', now(), now() from i returning id)
  insert into planned_purchase (id, center_id, department_id, year, item, category_code, visibility, source, created_at, updated_at)
  select gen_random_uuid(), $1, d.id, 2027, c.name, c.code, 'center', 'staff', now(), now()
  from d, (select code, name from category where length(code) >= 8 order by code limit 200) c`

const participationsSql = `
  insert into participation (id, event_id, center_id, side, enterprise_id, origin, state, told_state, created_at, updated_at)
  select gen_random_uuid(), $1, $2, 'enterprise', e.id, 'applied', 'applied', 'applied', now(), now() from enterprise e`

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
