/** What became of a file that was sent. */
type Sent = { kind: 'kept'; id: string } | { kind: 'refused'; message: string } | { kind: 'lost' }

export interface Sending {
  done: Promise<Sent>
  stop: () => void
}

/** Sends one file to the door of the evidence files. `fetch` cannot tell how far it has come; this can. */
export function sendFile(
  file: File,
  { enterprise, isPersonal }: { enterprise: string; isPersonal: boolean },
  progressed: (share: number) => void,
): Sending {
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({ name: file.name.normalize('NFC'), enterprise })
  if (isPersonal) query.set('personal', '1')
  request.open('POST', `/admin/files?${query}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    progressed(total > 0 ? loaded / total : 0),
  )
  const done = new Promise<Sent>(resolve => {
    request.addEventListener('load', () => resolve(sentOf(request.responseText)))
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve({ kind: 'lost' }))
  })
  request.send(file)
  return { done, stop: () => request.abort() }
}

function sentOf(text: string): Sent {
  const answer = parsed(text)
  if (answer === null) return { kind: 'lost' }
  const { id, errors }: { id?: unknown; errors?: { message?: unknown }[] } = answer
  if (typeof id === 'string') return { kind: 'kept', id }
  const message = errors?.[0]?.message
  return typeof message === 'string' ? { kind: 'refused', message } : { kind: 'lost' }
}

/** A proxy in between may answer with a page of its own. */
function parsed(text: string): object | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' ? answer : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
