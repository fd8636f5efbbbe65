import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDoor, type Door } from '../kit/door.ts'
import { open, untilClosed } from './door/raw-socket.ts'

let door: Door
beforeAll(async () => {
  door = await startDoor()
})
afterAll(() => door.stop())

const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'

/** Sends the start, then a byte a second, until the server has had enough. */
async function drip(start: string, piece: string): Promise<{ text: string; seconds: number }> {
  const begun = performance.now()
  const socket = await open(door.url)
  socket.write(start)
  const drops = setInterval(() => socket.write(piece), 1000)
  const text = await untilClosed(socket, 50_000)
  clearInterval(drops)
  return { text, seconds: (performance.now() - begun) / 1000 }
}

describe.concurrent('who sends a byte a second', () => {
  test('62. is cut off after 30 seconds of body', { timeout: 60_000 }, async () => {
    const { text, seconds } = await drip(`${head}Content-Length: 1000\r\n\r\n`, '{')
    expect(seconds).toBeLessThan(35)
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"BAD_REQUEST"/)
  })

  test('62b. is cut off after 10 seconds of headers', { timeout: 60_000 }, async () => {
    const { text, seconds } = await drip(`${head}X: `, 'x')
    expect(seconds).toBeLessThan(15)
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"BAD_REQUEST"/)
  })

  test('59b. promises more than it sends, is cut off too', { timeout: 60_000 }, async () => {
    const { text, seconds } = await drip(`${head}Content-Length: 1000\r\n\r\n{"query":"{ __typename }"}`, '')
    expect(seconds).toBeLessThan(35)
    expect(text).toMatch(/^HTTP\/1\.1 408 /)
  })
})
