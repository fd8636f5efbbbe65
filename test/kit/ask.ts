import type { TestApp } from './app.ts'

export interface Answer<Data> {
  data: Data | null
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; field?: string } }[]
}

interface Question {
  variables?: Record<string, unknown>
  token?: string
}

/** Asks the API as anybody does: over HTTP. */
export async function ask<Data>(
  { url }: Pick<TestApp, 'url'>,
  query: string,
  { variables, token }: Question = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, ...(variables ? { variables } : {}) }),
  })
  return response.json()
}

/** Asks, and insists on an answer without refusals. */
export async function read<Data>(
  app: Pick<TestApp, 'url'>,
  query: string,
  question: Question = {},
): Promise<Data> {
  const { data, errors } = await ask<Data>(app, query, question)
  if (errors || data === null) throw new Error(errors?.map(({ message }) => message).join('\n') ?? 'No data')
  return data
}

/** The code and field of the first refusal; fails when there is none. */
export async function refusal(app: Pick<TestApp, 'url'>, query: string, question: Question = {}) {
  const { errors } = await ask(app, query, question)
  const [first] = errors ?? []
  if (!first) throw new Error('Nothing was refused')
  return { code: first.extensions.code, field: first.extensions.field ?? null }
}

export async function signIn(
  app: Pick<TestApp, 'url'>,
  role: 'BUYER' | 'ENTERPRISE' | 'STAFF' | 'LEAD',
): Promise<string> {
  const { signInAsDemo } = await read<{ signInAsDemo: { token: string } }>(
    app,
    'mutation ($role: Role!) { signInAsDemo(role: $role) { token } }',
    { variables: { role } },
  )
  return signInAsDemo.token
}

/** Tries until it holds: for what happens a moment later, by way of the ledger. */
export async function eventually(holds: () => Promise<void>, patienceMs = 25_000): Promise<void> {
  const begun = performance.now()
  for (;;) {
    try {
      return await holds()
    } catch (error) {
      if (performance.now() - begun > patienceMs) throw error
      await new Promise(resume => setTimeout(resume, 50))
    }
  }
}
