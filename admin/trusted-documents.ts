import { createHash } from 'node:crypto'
import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { formatDocument, stringifyDocument, type TypedDocumentNode } from '@urql/core'
import type { Plugin } from 'vite'

const src = path.resolve(import.meta.dirname, 'src')
const isDocumentFile = (file: string) => /\.documents?\.ts$/.test(file)
const isFragmentFile = (file: string) => /\.fragments?\.ts$/.test(file)

type Exports = Record<string, unknown>
type Load = (file: string) => Promise<Exports>
interface Trusted {
  name: string
  kind: string
  id: string
  text: string
}

/**
 * Collects every document of the pages from the files `*.document.ts` and `*.documents.ts`. The server gets their texts
 * by id (`dist/.documents.json`) and runs nothing else at its door for the pages. The pages get the id and no text: to
 * read the texts of a first page took a slow telephone 30 to 50 ms.
 */
export function trustedDocuments(outDir: string): Plugin {
  let load: Load = file => import(pathToFileURL(file).href)
  const fileOf = async () => {
    const found = await collect(load)
    return JSON.stringify(Object.fromEntries(found.map(({ id, text }) => [id, text])))
  }
  return {
    name: 'trusted-documents',
    // Elsewhere it would be a question that the server's door for the pages does not know.
    async transform(code, id, options) {
      if (!id.startsWith(src)) return undefined
      const file = id.replace(/\?.*/, '')
      if (isDocumentFile(file) || isFragmentFile(file))
        return options?.ssr ? undefined : { code: idsOf(await load(file)) }
      if (/graphql\(\s*`\s*(query|mutation|subscription)\b/.test(code))
        this.error(`A document of the pages belongs in a file *.document.ts, not in ${path.basename(id)}.`)
      return undefined
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
      server.watcher.on('all', (_event, file) => {
        if (!/\.(documents?|fragments?)\.ts$/.test(file)) return
        server.moduleGraph.invalidateAll()
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
  const id = createHash('sha256').update(text).digest('hex')
  return [{ name: operation.name.value, kind: operation.operation, id, text }]
}

/** What the pages get in place of a file of documents: of each its name and id, of a fragment its name alone. */
function idsOf(exports: Exports): string {
  return Object.entries(exports)
    .map(([name, exported]) => {
      if (!isDocument(exported)) throw new Error(`${name} is no document: it belongs in another file.`)
      return `export const ${name} = ${JSON.stringify(withoutText(exported))}`
    })
    .join('\n')
}

function withoutText(document: TypedDocumentNode) {
  const operations = trusted(document)
  const definitions = operations.map(({ name, kind }) => ({
    kind: 'OperationDefinition',
    operation: kind,
    name: { kind: 'Name', value: name },
    selectionSet: { kind: 'SelectionSet', selections: [] },
  }))
  return { kind: 'Document', documentId: operations[0]?.id, definitions }
}

const isDocument = (value: unknown): value is TypedDocumentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document'
