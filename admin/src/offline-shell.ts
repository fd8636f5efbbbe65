import { onBeforeUnmount, onMounted } from 'vue'

/** By then a page has loaded what it is made of. */
const settledMs = 2_000

/**
 * 연결 없이 열기 — lays by the frame of the pages and the files that this one has loaded, so that it opens again where
 * there is no network. What it shows then is kept by the page itself.
 */
export function useOfflineShell(scope: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  onMounted(() => (timer = setTimeout(() => void layBy(scope), settledMs)))
  onBeforeUnmount(() => clearTimeout(timer))
}

async function layBy(scope: string) {
  // A page that came without https, or to a browser told to keep nothing, has none.
  if (!('serviceWorker' in navigator) || !navigator.onLine) return
  try {
    await navigator.serviceWorker.register('/day-worker.js', { scope })
    const shell = await caches.open(`panro.shell ${scope}`)
    const files = ownFiles()
    await shell.addAll(files)
    const frame = await fetch(scope, { headers: { accept: 'text/html' } })
    if (frame.ok) await shell.put(scope, frame)
    await forgetOthers(shell, [scope, ...files])
  } catch (problem) {
    if (!(problem instanceof TypeError || problem instanceof DOMException)) throw problem
    console.info(`Not laid by for when there is no network: ${problem.message}`)
  }
}

/** Scripts, styles and letters with names that change with their content. */
const ownFiles = () => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname),
  ),
]

/** Of versions that are no longer served. */
async function forgetOthers(shell: Cache, wanted: readonly string[]) {
  const others = (await shell.keys()).filter(({ url }) => !wanted.includes(new URL(url).pathname))
  await Promise.all(others.map(other => shell.delete(other)))
}
