import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  status: number | null
  text: string
  ms: number
}

/** Writes bytes that no HTTP client would, and reads until the server hangs up. */
export async function sendBytes(url: string, bytes: string, longest = 5000): Promise<RawAnswer> {
  const begun = performance.now()
  const socket = await open(url)
  socket.write(bytes)
  const text = await untilClosed(socket, longest)
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
  return { status: status === undefined ? null : Number(status), text, ms: performance.now() - begun }
}

export async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}

export function untilClosed(socket: Socket, longest: number): Promise<string> {
  const chunks: Buffer[] = []
  return new Promise(resolve => {
    const finish = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(Buffer.concat(chunks).toString())
    }
    const timer = setTimeout(finish, longest)
    socket.on('data', chunk => chunks.push(chunk))
    // A server that hangs up while we still write resets the connection; what it said first counts.
    socket.once('close', finish).on('error', finish)
  })
}
