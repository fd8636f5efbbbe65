import { eventually, read, type Answer } from './ask.ts'

interface Uploaded {
  status: number
  id: string
  errors: Answer<never>['errors']
}

/** Uploads a list as staff do. */
export async function upload(
  app: { url: string },
  token: string | null,
  kind: string,
  name: string,
  bytes: Buffer | string,
  about: Record<string, string> = {},
): Promise<Uploaded> {
  const query = new URLSearchParams({ kind, name, ...about })
  const response = await fetch(`${app.url}/admin/imports?${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: new Uint8Array(Buffer.from(bytes)),
  })
  const { id = '', errors }: Partial<Uploaded> = await response.json()
  return { status: response.status, id, errors }
}

export interface Looked {
  state: string
  problem: string | null
  diff: { hash: string; counts: Record<string, number> } | null
}

/** The import once the work under way is done. */
export async function settled(app: { url: string }, token: string, id: string): Promise<Looked> {
  let looked: Looked | undefined
  await eventually(async () => {
    const answer = await read<{ import: Looked }>(
      app,
      `query ($id: ID!) { import(id: $id) { state problem
        diff { hash at counts { new changed same errors unmatched ended onlyOurs } } } }`,
      { token, variables: { id } },
    )
    looked = answer.import
    if (looked.state === 'CHECKING' || looked.state === 'APPLYING') throw new Error(`still ${looked.state}`)
  }, 60_000)
  if (!looked) throw new Error('It never settled')
  return looked
}

export const step = <Data>(app: { url: string }, token: string, call: string) =>
  read<Record<string, Data>>(app, `mutation { ${call} }`, { token })

/** From the file to what applying it would do. */
export async function preview(
  app: { url: string },
  token: string,
  kind: string,
  name: string,
  bytes: Buffer | string,
  about: Record<string, string> = {},
): Promise<Looked & { id: string }> {
  const { id, errors } = await upload(app, token, kind, name, bytes, about)
  if (errors) throw new Error(errors[0]?.message)
  await step(app, token, `startDryRun(id: "${id}") { id }`)
  return { id, ...(await settled(app, token, id)) }
}

export async function apply(app: { url: string }, token: string, { id, diff }: Looked & { id: string }) {
  await step(app, token, `applyImport(id: "${id}", expected: "${diff?.hash}") { id }`)
  return settled(app, token, id)
}

export const certificateHeader = '사업자등록번호,기업명,인증종류,시작일,만료일,상태,취소일,인증번호'

/** A list of certificate periods, as a centre has it. */
export const certificates = (...rows: string[]) => `${certificateHeader}\n${rows.join('\n')}\n`

export const certificate = (number: string, name: string, from = '2025-01-01', to = '2027-12-31') =>
  `${number},${name},여성기업,${from},${to},유지,,`
