import { read } from '../../kit/ask.ts'

const rounds = 9

/** Milliseconds that a page of the ranking takes at the API, the middle of several and the slowest. */
export async function timeRanking({ url, event, token }: { url: string; event: string; token: string }) {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    await read({ url }, `{ participations(eventId: "${event}", first: 1) { totalCount edges { score } } }`, {
      token,
    })
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  return `${times[Math.floor(rounds / 2)]?.toFixed(0)} ms, at most ${times.at(-1)?.toFixed(0)} ms (target: 300)`
}
