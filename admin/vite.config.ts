import { createReadStream, createWriteStream, globSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliCompress, createGzip } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { fontPieces } from './font-pieces.ts'
import { trustedDocuments } from './trusted-documents.ts'
import { usedTokens } from './used-tokens.ts'

/** Under the name that the browser asked for: the door of the pages holds it against where the question comes from. */
const api = { target: 'http://127.0.0.1:4000', changeOrigin: false }
const apiPaths = ['/admin/', '/graphql', '/schema.graphql', '/health']
const outDir = path.resolve(import.meta.dirname, 'dist')

/** What a buyer's pages may be written from; the rest of what is shared belongs to those who sign in to work. */
const forBuyers =
  /node_modules(?!.*uqr)|admin\/src\/(?!desk\/|pages\/|locales\/(desk|people|plans|curation|events|meetings|matching|report)|parts\/(upload\/|[Aa]vailability|Category|EventTabs|Own|QrCode|event-|meeting-|own-|participation-)|ui\/App(Palette|Steps|Textarea|Timeline|Upload|WorkTable))/

export default defineConfig(({ command }) => {
  // A build is for readers, whoever asks for it: under NODE_ENV=test it would hold Vue's development half.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    plugins: [vue(), trustedDocuments(outDir), fontPieces(), usedTokens(), compressed()],
    define: {
      __VUE_OPTIONS_API__: false,
    },
    build: {
      target: 'es2022',
      outDir,
      assetsInlineLimit: 0,
      // What a first visit needs is one file, and no more than that. Of the rest, what several pages use is one for
      // buyers and one for those who sign in: cut by who uses what, it would come in a dozen of a few lines.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 3 },
              { name: 'shared', test: forBuyers, minShareCount: 2, priority: 2 },
              { name: 'desks', test: /admin\/src\//, minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
    },
    server: { proxy: Object.fromEntries(apiPaths.map(path => [path, api])) },
  }
})

/** Puts a compressed copy beside every text file, once, so that no server compresses it for every reader. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async closeBundle() {
      const files = globSync('**/*.{js,mjs,css,svg,html}', { cwd: outDir }).map(file =>
        path.join(outDir, file),
      )
      await Promise.all(
        files.flatMap(file => [
          pipeline(createReadStream(file), createBrotliCompress(), createWriteStream(`${file}.br`)),
          pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`)),
        ]),
      )
    },
  }
}
