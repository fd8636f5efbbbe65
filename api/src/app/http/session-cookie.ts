import type { FastifyReply, FastifyRequest } from 'fastify'

/** 세션 쿠키 — the token of a sign-in as the browser keeps it: sent to us only, and no script can read it. */
export interface SessionCookie {
  token: string | null
  keep(token: string): void
  /** Everything: what pages have kept in the browser as well, as when somebody signs out. */
  forget(what?: 'everything'): void
}

/**
 * Over https the name begins with `__Host-`, which no other host, no path and no plain connection can set. Whether the
 * page came over https, the browser says in the origin, which the door has compared with the host before.
 */
export function sessionCookie({ headers }: FastifyRequest, reply: FastifyReply): SessionCookie {
  // A download names no origin; its cookie says under which name it was kept.
  const isSecure = headers.origin?.startsWith('https:') ?? headers.cookie?.includes('__Host-sid=') ?? false
  const name = isSecure ? '__Host-sid' : 'sid'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const given = headers.cookie?.split(/;\s*/).find(pair => pair.startsWith(`${name}=`))
  const token = given?.slice(name.length + 1) ?? ''
  return {
    token: /^[\w-]{20,100}$/.test(token) ? token : null,
    keep: fresh => void reply.header('set-cookie', `${name}=${fresh}; ${attributes}`),
    forget: what => {
      void reply.header('set-cookie', `${name}=; ${attributes}; Max-Age=0`)
      // Not "cookies": that would take those of every other site below the same registered domain.
      if (what === 'everything') void reply.header('clear-site-data', '"storage"')
    },
  }
}
