import type { TestApp } from './app.ts'
import { read } from './ask.ts'

export interface Desk {
  id: string
  version: number
  enterprise: { id: string; name: string }
  contacts: { id: string; version: number; name: string; phone: string | null; email: string | null }[]
}

export const deskFields = '{ id version enterprise { id name } contacts { id version name phone email } }'

/** The desk of the one enterprise that the person of a token acts for. */
export async function ownDesk(app: Pick<TestApp, 'url'>, token: string): Promise<Desk> {
  const { viewer } = await read<{ viewer: { enterprises: Desk[] } }>(
    app,
    `{ viewer { enterprises ${deskFields} } }`,
    { token },
  )
  const [desk] = viewer.enterprises
  if (!desk) throw new Error('The person acts for no enterprise')
  return desk
}
