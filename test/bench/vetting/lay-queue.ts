import { createServer } from 'node:net'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { loadReference } from '@panro/api/seeds/reference.ts'
import { eventually } from '../../kit/ask.ts'
import { openVetting } from '../../kit/vetting.ts'
import { Mortal } from '../kill-search/mortal.ts'

/** The application as production runs it, with cases of one centre that have been handed in, through the front door. */
export async function layQueue(databaseUrl: string, filesDir: string, cases: number) {
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

  const desk = await openVetting({ url, databaseUrl, dataDir: filesDir, stop: () => api.kill() })
  const set = await desk.requirementSet()
  for (let index = 1; index <= cases; index++) {
    const enterprise = await desk.enterprise({ name: `심사${String(index).padStart(3, '0')}협동조합` })
    let application = await desk.owner.start(enterprise.id, set.id)
    application = await desk.owner.attest(application, 1)
    application = await desk.owner.attach(application, 2, enterprise.id)
    await desk.owner.submit(application)
  }
  return {
    url,
    token: desk.staff.token,
    undecided: async () => {
      const [row] = await desk.sql.run<{ n: number }>(
        `select count(*)::int as n from review where state not in ('approved', 'returned', 'rejected')`,
      )
      return row?.n ?? cases
    },
    stop: async () => {
      await desk.end()
      await api.kill()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
