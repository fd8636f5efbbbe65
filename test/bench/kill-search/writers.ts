import { read } from '../../kit/ask.ts'
import { openSql } from '../../kit/sql.ts'
import type { Random } from '../search/random.ts'
import { register, type Truth } from './catalogue.ts'

interface Writing {
  urls: string[]
  databaseUrl: string
  token: string
  known: Truth
  random: Random
}

export interface Writers {
  /** Changes that the API, or the database, has said are made. */
  made(): number
  stop(): Promise<void>
}

const count = 4
const pauseMs = 40

/** People who change the catalogue all the time, by whichever process answers. */
export function startWriters(writing: Writing): Writers {
  let made = 0
  let isStopping = false
  let price = 1_000_000
  const write = async () => {
    while (!isStopping) {
      // Refused, cut off, nobody there: that is what this is about. What counts is what the rows say in the end.
      const isMade = await change(writing, price++).then(
        () => true,
        () => false,
      )
      if (isMade) made++
      await new Promise(resume => setTimeout(resume, pauseMs))
    }
  }
  const all = Array.from({ length: count }, write)
  return {
    made: () => made,
    stop: async () => {
      isStopping = true
      await Promise.all(all)
    },
  }
}

async function change({ urls, databaseUrl, token, known, random }: Writing, price: number): Promise<void> {
  const url = urls[random.below(urls.length)] ?? ''
  const enterprise = known.enterprises[random.below(known.enterprises.length)]?.id ?? ''
  const product = known.products[random.below(known.products.length)]?.id ?? ''
  const ask = (mutation: string, variables: object) =>
    read({ url }, mutation, { token, variables: { ...variables } })
  const step = random.below(2) === 0 ? 'PUBLISH' : 'WITHDRAW'
  const kind = random.below(100)
  if (kind < 45)
    await ask('mutation ($id: ID!, $price: Won) { changePrice(id: $id, price: $price) { id } }', {
      id: globalId('product', product),
      price,
    })
  else if (kind < 70)
    await ask('mutation ($id: ID!, $step: ProductStep!) { takeProductStep(id: $id, step: $step) { id } }', {
      id: globalId('product', product),
      step,
    })
  else if (kind < 85)
    await ask(
      'mutation ($id: ID!, $step: EnterpriseStep!) { takeEnterpriseStep(id: $id, step: $step) { id } }',
      {
        id: globalId('enterprise', enterprise),
        step,
      },
    )
  else if (kind < 95)
    await ask('mutation ($id: ID!, $name: String!) { renameEnterprise(id: $id, name: $name) { id } }', {
      id: globalId('enterprise', enterprise),
      name: newToken(random),
    })
  else await registerOne(databaseUrl, [newToken(random), newToken(random)], price)
}

async function registerOne(databaseUrl: string, tokens: [string, string], price: number): Promise<void> {
  const sql = await openSql(databaseUrl)
  try {
    await register(sql, tokens, price)
  } finally {
    await sql.end()
  }
}

const globalId = (type: string, id: string): string => `${type}_${id.replaceAll('-', '')}`

const newToken = (random: Random): string => digits(random) + digits(random)

const digits = (random: Random) => String(1_000_000_000 + random.below(999_999_999) * 9)
