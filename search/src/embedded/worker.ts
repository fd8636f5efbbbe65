import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { LiveIndex } from './live-index.ts'
import type { Answer, Ask, CallName, Calls, FingerprintsMessage, RebuildMessage } from './messages.ts'
import { releaseMemory } from './release-memory.ts'
import type { SegmentBuilder } from './segment.ts'

/** The thread that holds the embedded index, so that no search and no build ever holds up the server. */

/** Documents put in between two chances to answer a search. */
const ADDED_AT_ONCE = 200

const pause = () => setImmediate()
const index = new LiveIndex(pause)

const answerers: { [Name in CallName]: (ask: Calls[Name]['ask']) => Promise<Calls[Name]['answer']> } = {
  multiSearch: async requests => requests.map(request => index.search(request)),
  suggest: async request => index.suggest(request),
  upsert: documents => index.upsert(documents),
  remove: ids => index.remove(ids),
  rebuild: port => index.rebuild(builder => receive(port, builder)).finally(releaseMemory),
  fingerprints: port => sendFingerprints(port),
  health: async () => ({ engine: 'embedded', isReady: index.isReady, documents: index.documents }),
}

async function receive(port: MessagePort, builder: SegmentBuilder): Promise<void> {
  for (;;) {
    const received = once(port, 'message')
    port.postMessage('next')
    const [message]: RebuildMessage[] = await received
    if (message === undefined || 'end' in message) {
      port.close()
      if (message?.end === 'complete') return
      throw new Error(message?.message ?? 'the rebuild was cut off')
    }
    for (const [place, document] of message.batch.entries()) {
      if (place % ADDED_AT_ONCE === 0) await pause()
      builder.add(document)
    }
  }
}

async function sendFingerprints(port: MessagePort): Promise<void> {
  for (const fingerprints of index.fingerprints()) {
    port.postMessage(fingerprints satisfies FingerprintsMessage)
    await pause()
  }
  port.postMessage([] satisfies FingerprintsMessage)
}

async function answer<Name extends CallName>({ number, name, ask }: Ask<Name>): Promise<Answer> {
  try {
    return { number, answer: await answerers[name](ask) }
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

if (parentPort === null) throw new Error('worker.ts runs as a worker thread only')
const port = parentPort
port.on('message', (ask: Ask) => {
  void answer(ask).then(answered => port.postMessage(answered))
})
