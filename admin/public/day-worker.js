/**
 * 연결 없이 열기 — opens the board of a day, and the page where outcomes are typed, where there is no network: from the
 * files that the page itself has laid by (offline-shell.ts). With a network nothing is different. It touches no answer
 * of the API; signing out takes it away with all else that the browser keeps.
 */
const scope = new URL(registration.scope).pathname
const laidBy = caches.open(`panro.shell ${scope}`)

addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(frame))
  // The name of such a file says what is in it.
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})

async function frame(problem) {
  const found = await (await laidBy).match(scope)
  if (found) return found
  throw problem
}

async function file(request) {
  return (await (await laidBy).match(request)) ?? fetch(request)
}
