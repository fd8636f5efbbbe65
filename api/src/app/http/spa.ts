import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The folder vite puts files into whose names change with their content. */
const hashed = '/assets/'

/** The built pages: their files, and how a path that only the browser's router knows is answered. */
export interface Spa {
  isNavigation(request: FastifyRequest): boolean
  sendPage(reply: FastifyReply): FastifyReply
}

/** Serves the folder, or nothing when it has not been built. */
export async function serveSpa(app: FastifyInstance, folder: string | undefined): Promise<Spa | null> {
  if (folder === undefined || !existsSync(path.join(folder, 'index.html'))) return null
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    // The build lays a .br and a .gz beside each file; whoever takes neither gets the file itself.
    preCompressed: true,
    dotfiles: 'ignore',
    setHeaders: (reply, file) => {
      const isHashed = file.slice(folder.length).replaceAll(path.sep, '/').startsWith(hashed)
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return { isNavigation, sendPage: reply => reply.sendFile('index.html') }
}

/** Somebody followed a link or reloaded a page; scripts and programs that miss something get JSON. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  const isPath = !url.startsWith(hashed) && !url.startsWith('/graphql')
  return isRead && isPath && (headers.accept ?? '').includes('text/html')
}
