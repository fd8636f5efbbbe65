import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '@panro/api/src/app/env.ts'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = path.resolve(import.meta.dirname, '../..')
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8')

interface Service {
  environment: Record<string, string | number>
  healthcheck?: { test: string[] }
  deploy?: { replicas: number }
  command?: string[]
}
const { services }: { services: Record<string, Service> } = parse(text, { merge: true })
const passwords = { POSTGRES_PASSWORD: 'one', MEILI_MASTER_KEY: 'sixteen-characters' }

test('it describes a database, a search engine, the API twice and one worker, each with a health check', () => {
  expect(Object.keys(services).sort()).toEqual(['api', 'meilisearch', 'postgres', 'worker'])
  for (const [name, { healthcheck }] of Object.entries(services))
    expect(healthcheck?.test.length, name).toBeGreaterThan(0)
  expect(services.api?.deploy?.replicas).toBe(2)
  expect(services.worker?.command).toEqual(['node', 'api/dist/worker.js'])
})

test('every setting it passes to our processes is one that they read, and understood', () => {
  const filledIn = (value: string) =>
    value.replace(
      /\$\{(\w+)(?::[?-]([^}]*))?\}/g,
      (_, name: keyof typeof passwords, fallback: string) => passwords[name] ?? fallback,
    )
  for (const name of ['api', 'worker']) {
    const environment = Object.fromEntries(
      Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, filledIn(String(value))]),
    )
    const known = [
      'PORT',
      'DATABASE_URL',
      'MEILI_URL',
      'MEILI_MASTER_KEY',
      'LOG_LEVEL',
      'FILES_DIR',
      'SMTP_URL',
      'MAIL_FROM',
      'PUBLIC_URL',
    ]
    expect(Object.keys(environment).filter(key => !known.includes(key))).toEqual([])
    expect(readEnv(environment)).toMatchObject({
      databaseUrl: 'postgres://panro:one@postgres:5432/panro',
      meiliUrl: 'http://meilisearch:7700',
      meiliMasterKey: 'sixteen-characters',
    })
  }
})

test('no password is built in', () => {
  for (const name of Object.keys(passwords)) {
    expect(text).toContain(`\${${name}:?`)
    expect(text).not.toContain(`\${${name}:-`)
  }
})

const isInstalled = spawnSync('docker-compose', ['version']).status === 0

test.skipIf(!isInstalled)(
  'docker-compose takes it, and refuses it without passwords (skipped where it is not installed)',
  () => {
    const config = (env: object) =>
      spawnSync('docker-compose', ['config', '--quiet'], {
        cwd: root,
        env: { PATH: process.env.PATH, ...env },
      }).status
    expect(config(passwords)).toBe(0)
    expect(config({})).not.toBe(0)
  },
)
