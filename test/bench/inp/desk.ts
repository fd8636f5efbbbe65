import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'

export interface Desk {
  url: string
  /** Of a session of the staff that is open. */
  token: string
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')
const port = 4393

/** A centre that keeps so many enterprises, and the application on top of it. */
export async function startDesk(
  databaseUrl: string,
  enterprises: number,
  dataDir: string,
  say: (sentence: string) => void,
): Promise<Desk> {
  say(`Seeding ${enterprises} enterprises …`)
  const { seedForBench } = await import(path.join(root, 'api/dist/commands/seed-bulk.js'))
  await seedForBench(databaseUrl, 2_000)
  const token = await fill(databaseUrl, enterprises)
  say('Starting the server …')
  const child = spawn(process.execPath, ['--enable-source-maps', 'api/dist/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      PORT: String(port),
      NODE_ENV: 'production',
    },
  })
  const url = `http://127.0.0.1:${port}`
  await untilUp(child, url)
  return { url, token, stop: () => ended(child) }
}

/** All of them kept by one centre, each with certificates, and one of its staff signed in. */
async function fill(databaseUrl: string, enterprises: number): Promise<string> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const [center, person] = [randomUUID(), randomUUID()]
  await client.query('insert into center (id, name, created_at) values ($1, $2, now())', [
    center,
    '가온 센터',
  ])
  await client.query('update enterprise set center_id = $1', [center])
  await client.query(
    `insert into enterprise (id, business_number, name, region_code, state, source, center_id, created_at, updated_at)
     select gen_random_uuid(), lpad((9000000000 + n)::text, 10, '0'), (array['새솔', '다온', '누리', '한빛', '마루'])[n % 5 + 1]
         || n || '협동조합', (array['1100000000', '2600000000', '4100000000'])[n % 3 + 1], 'draft', 'bench', $1, now(), now()
     from generate_series(1, greatest(0, $2::int - (select count(*)::int from enterprise))) n`,
    [center, enterprises],
  )
  await client.query(
    `insert into certification (id, enterprise_id, kind_code, valid_from, valid_until, source, created_at, updated_at)
     select gen_random_uuid(), e.id, (select code from certification_kind order by position limit 1),
       '2024-01-01', current_date + (random() * 900)::int, 'bench', now(), now()
     from enterprise e where e.source = 'bench'`,
  )
  await client.query(
    `insert into person (id, email, name, role, center_id, created_at) values ($1, 'bench@example.kr', '이담당', 'staff', $2, now())`,
    [person, center],
  )
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into session (id, token_hash, person_id, stage, method, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'open', 'password', now(), '2099-01-01', '2099-01-01')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), person],
  )
  await client.query('vacuum analyze')
  await client.end()
  return token
}

async function untilUp(child: ChildProcess, url: string) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('The server ended before it was up')
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resume => setTimeout(resume, 200))
  }
  throw new Error(`Nothing answers on ${url}`)
}

const ended = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
