import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const packages = ['api', 'admin']

/** Builds what has changed since it was last built; the signal ends it half-way. */
export async function buildWhatChanged(say: (sentence: string) => void, signal?: AbortSignal): Promise<void> {
  const stale = packages.filter(isStale)
  if (stale.length > 0) say(`Building ${stale.join(' and ')} …`)
  await Promise.all(stale.map(name => build(name, signal)))
}

const stampOf = (name: string) => path.join(root, name, 'dist', '.built')

function isStale(name: string): boolean {
  const stamp = stampOf(name)
  if (!existsSync(stamp)) return true
  const builtAt = statSync(stamp).mtimeMs
  const sources = globSync(
    [
      `${name}/{src,seeds,migrations,public}/**/*.*`,
      `${name}/*.{ts,json,html}`,
      'api/schema.graphql',
      'pnpm-lock.yaml',
    ],
    { cwd: root },
  )
  return sources.some(file => statSync(path.join(root, file)).mtimeMs > builtAt)
}

const build = (name: string, signal?: AbortSignal) =>
  new Promise<void>((built, failed) => {
    const program = path.join(root, name, 'node_modules/.bin/vite')
    const process = spawn(program, ['build', '--logLevel', 'warn'], {
      cwd: path.join(root, name),
      stdio: ['ignore', 'inherit', 'inherit'],
      ...(signal ? { signal } : {}),
    })
    process.once('error', failed)
    process.once('exit', code => {
      if (code !== 0) return failed(new Error(`${name} could not be built; the messages above say why.`))
      writeFileSync(stampOf(name), '')
      built()
    })
  })
