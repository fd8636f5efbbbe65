import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@panro/api/launch/postgres.ts'
import { connect, migrate } from '@panro/api/src/app/database.ts'
import { systemContext } from '@panro/api/src/app/system-context.ts'
import { seedDemo } from '@panro/api/seeds/demo.ts'
import { signIn } from '../../kit/ask.ts'
import { searchHealth, type SearchHealth } from '../../kit/find.ts'
import { openSql } from '../../kit/sql.ts'
import { Random } from '../search/random.ts'
import { makeUnmistakable, readTruth, type Truth } from './catalogue.ts'
import { differencesOfAnswers, differencesOfMeilisearch, type Differences } from './differences.ts'
import { Mortal } from './mortal.ts'
import { startWriters } from './writers.ts'

export interface Plan {
  kills: number
  databaseCrashes: number
  /** Longest time between two kills. */
  pauseMs: number
  seed: number
  say: (sentence: string) => void
}

export interface Outcome {
  kills: number
  databaseCrashes: number
  /** Why processes ended that nobody had killed; at its start one may find no database. */
  deathsOfTheirOwn: string[]
  changes: number
  documents: { enterprises: number; products: number }
  /** From the last kill until every process was up again. */
  restartedMs: number
  /** From the last change on, with every process up, until every index had caught up. */
  drainedMs: number
  differences: Record<'on Meilisearch' | 'found by Meilisearch' | 'found by the own index', Differences>
}

/**
 * Two API processes, one on the shared index and one on its own, and two workers that contend for the
 * lease, all killed at random, the database too, while people write. Then: is any index wrong?
 */
export async function playKills(plan: Plan): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panro-kills-'))
  chmodSync(folder, 0o755)
  const place = path.join(folder, 'postgres')
  let database = await startPostgres({ folder: place })
  const port = Number(new URL(database.url).port)
  const stage = await setStage(database.url, plan.seed)
  const crashDatabase = async () => {
    await database.crash()
    database = await startPostgres({ folder: place, port })
  }
  try {
    return await play(plan, stage, database.url, crashDatabase)
  } finally {
    await Promise.all([...stage.killable, stage.meilisearch].map(mortal => mortal.kill()))
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Stage {
  meilisearch: Mortal
  meilisearchUrl: string
  killable: Mortal[]
  shared: { url: string }
  alone: { url: string }
}

async function setStage(databaseUrl: string, seed: number): Promise<Stage> {
  const orm = await connect(databaseUrl)
  await migrate(orm)
  await seedDemo(systemContext(orm, new Date()))
  await orm.close()
  const sql = await openSql(databaseUrl)
  await makeUnmistakable(sql)
  await sql.end()

  const [meilisearchPort = 0, sharedPort = 0, alonePort = 0] = await freePorts(3)
  const meilisearchUrl = `http://127.0.0.1:${meilisearchPort}`
  const meilisearch = new Mortal('test/bench/kill-search/meilisearch.ts', {
    PORT: String(meilisearchPort),
    SEED: String(seed),
  })
  const api = (port: number, MEILI_URL: string) =>
    new Mortal('api/dist/main.js', { DATABASE_URL: databaseUrl, PORT: String(port), MEILI_URL })
  const worker = () =>
    new Mortal('api/dist/worker.js', { DATABASE_URL: databaseUrl, MEILI_URL: meilisearchUrl })
  const killable = [api(sharedPort, meilisearchUrl), api(alonePort, ''), worker(), worker()]
  for (const mortal of [meilisearch, ...killable]) mortal.start()
  const [shared, alone] = [sharedPort, alonePort].map(port => ({ url: `http://127.0.0.1:${port}` }))
  if (!shared || !alone) throw new Error('There are no ports')
  return { meilisearch, meilisearchUrl, killable, shared, alone }
}

async function play(
  { kills, databaseCrashes, pauseMs, seed, say }: Plan,
  stage: Stage,
  databaseUrl: string,
  crashDatabase: () => Promise<void>,
): Promise<Outcome> {
  const random = new Random(seed)
  await until(stage, areCaughtUp, 120_000)
  const sql = await openSql(databaseUrl)
  const known = await readTruth(sql)
  await sql.end()
  say(`Both API processes are up, with ${known.enterprises.length + known.products.length} rows.`)
  const token = await signIn(stage.shared, 'STAFF')
  const urls = [stage.shared.url, stage.alone.url]
  const writers = startWriters({ urls, databaseUrl, token, known, random })

  const crashEvery = Math.ceil(kills / (databaseCrashes + 1))
  for (let kill = 1; kill <= kills; kill++) {
    await new Promise(resume => setTimeout(resume, 100 + random.below(pauseMs)))
    const mortal = random.pick(stage.killable)
    await mortal.kill()
    mortal.start()
    if (kill % crashEvery === 0 && kill < kills) await crashDatabase()
    if (kill % 25 === 0) say(`${kill} kills, ${writers.made()} changes`)
  }
  const restartedMs = await timeOf(until(stage, areUp, 120_000))
  await writers.stop()
  const drainedMs = await timeOf(until(stage, areCaughtUp, 60_000))
  return {
    kills,
    databaseCrashes,
    deathsOfTheirOwn: stage.killable.flatMap(({ deathsOfItsOwn }) => deathsOfItsOwn),
    changes: writers.made(),
    restartedMs,
    drainedMs,
    ...(await compare(stage, databaseUrl)),
  }
}

async function compare({ shared, alone, meilisearchUrl }: Stage, databaseUrl: string) {
  const sql = await openSql(databaseUrl)
  const truth = await readTruth(sql)
  await sql.end()
  return {
    documents: {
      enterprises: truth.enterprises.filter(({ isPublic }) => isPublic).length,
      products: truth.products.filter(({ isOnSale }) => isOnSale).length,
    },
    differences: {
      'on Meilisearch': await differencesOfMeilisearch(meilisearchUrl, databaseUrl),
      'found by Meilisearch': await differencesOfAnswers(shared.url, someOf(truth)),
      'found by the own index': await differencesOfAnswers(alone.url, truth),
    },
  }
}

/** The fake server looks at every document for every search; and they have been compared one by one already. */
const someOf = ({ enterprises, products }: Truth): Truth => ({
  enterprises: enterprises.slice(-40),
  products: products.slice(-80),
})

type State = SearchHealth | null

const areUp = (states: State[]) => states.every(state => state?.isReady)

const areCaughtUp = ([shared, alone]: State[]) =>
  shared?.engine === 'meilisearch' && shared.lag === 0 && alone?.isReady === true && alone.lag === 0

async function until(
  { shared, alone }: Stage,
  holds: (states: State[]) => boolean,
  patienceMs: number,
): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const states = await Promise.all([shared, alone].map(api => searchHealth(api).catch(() => null)))
    if (holds(states)) return
    if (performance.now() > deadline)
      throw new Error(`The indexes have not caught up: ${JSON.stringify(states)}`)
    await new Promise(resume => setTimeout(resume, 50))
  }
}

async function timeOf(work: Promise<void>): Promise<number> {
  const begun = performance.now()
  await work
  return performance.now() - begun
}

async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer()
      await new Promise<void>(listening => probe.listen(0, '127.0.0.1', listening))
      return probe
    }),
  )
  const ports = probes.map(probe => {
    const address = probe.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(probes.map(probe => new Promise(closed => probe.close(closed))))
  return ports
}
