import { createHash } from 'node:crypto'
import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { formatDocument, stringifyDocument, type TypedDocumentNode } from '@urql/core'
import type { Plugin } from 'vite'

const name = 'virtual:trusted-documents'
const src = path.resolve(import.meta.dirname, 'src')
const isDocumentFile = (file: string) => /\.documents?\.ts$/.test(file)

type Load = (file: string) => Promise<Record<string, unknown>>
interface Trusted {
  name: string
  id: string
  text: string
}

/**
 * Collects every document of the pages from the files `*.document.ts` and `*.documents.ts`. The server gets their texts
 * by id (`dist/.documents.json`) and runs nothing else at its door for the pages; the pages get the ids by name.
 */
export function trustedDocuments(outDir: string): Plugin {
  let load: Load = file => import(pathToFileURL(file).href)
  const fileOf = async () => {
    const found = await collect(load)
    return JSON.stringify(Object.fromEntries(found.map(({ id, text }) => [id, text])))
  }
  return {
    name: 'trusted-documents',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    // Elsewhere it would be a question that the server's door for the pages does not know.
    transform(code, id) {
      if (
        id.startsWith(src) &&
        !isDocumentFile(id.replace(/\?.*/, '')) &&
        /graphql\(\s*`\s*(query|mutation|subscription)\b/.test(code)
      )
        this.error(`A document of the pages belongs in a file *.document.ts, not in ${path.basename(id)}.`)
    },
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const found = await collect(load)
      return `export default ${JSON.stringify(Object.fromEntries(found.map(({ name, id }) => [name, id])))}`
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: '.documents.json', source: await fileOf() })
    },
    configureServer(server) {
      load = file => server.ssrLoadModule(file)
      const tell = async () => {
        mkdirSync(outDir, { recursive: true })
        writeFileSync(path.join(outDir, '.documents.json'), await fileOf())
      }
      server.watcher.on('change', file => {
        if (!/\.(documents?|fragments?)\.ts$/.test(file)) return
        const module = server.moduleGraph.getModuleById(`\0${name}`)
        if (module) server.moduleGraph.invalidateModule(module)
        void tell().then(() => server.ws.send({ type: 'full-reload' }))
      })
      return () => void tell()
    },
  }
}

async function collect(load: Load): Promise<Trusted[]> {
  const files = globSync('**/*.ts', { cwd: src }).filter(isDocumentFile).sort()
  const modules = await Promise.all(files.map(file => load(path.join(src, file))))
  const found = modules
    .flatMap(module => Object.values(module))
    .filter(isDocument)
    .flatMap(trusted)
  const twice = found.find(({ name }, index) => found.findIndex(other => other.name === name) !== index)
  if (twice) throw new Error(`Two documents are called ${twice.name}; each needs a name of its own.`)
  return found
}

function trusted(document: TypedDocumentNode): Trusted[] {
  const operation = document.definitions.find(definition => 'operation' in definition)
  if (operation === undefined) return []
  if (operation.name === undefined) throw new Error('A document of the pages needs a name.')
  const text = stringifyDocument(formatDocument(document))
  return [{ name: operation.name.value, id: createHash('sha256').update(text).digest('hex'), text }]
}

const isDocument = (value: unknown): value is TypedDocumentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document'
