import type { EntityManager } from '@mikro-orm/postgresql'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid, newId } from '../../platform/id.ts'
import { lineOfText } from '../../platform/line-of-text.ts'
import { readInside } from '../../platform/read/read-inside.ts'
import { Refusal } from '../../platform/refusal.ts'
import { paragraphOf } from './paragraph.ts'
import type { Law, Parameters, RequirementKind } from './requirement-set.entity.ts'

export interface RequirementInput {
  key: string | null
  kind: RequirementKind
  text: string
  guidance: string | null
  law: Law | null
  parameters: Parameters
  isRequired: boolean
  weight: number
}

const most = 60

/** What each kind may be measured by. */
const measures: Record<RequirementKind, readonly (keyof Parameters)[]> = {
  document: [],
  attestation: [],
  staff_check: [],
  valid_certification: ['kinds', 'through', 'daysAhead'],
  supply_capacity: ['confirmed'],
  delivery_terms: ['confirmed'],
  delivery_records: ['count', 'years', 'confirmed'],
  minimum_products: ['count'],
}

/** Requirements as they are stored; refuses what could not be judged later, and says which one it is. */
export async function checkedRequirements(em: EntityManager, inputs: readonly RequirementInput[]) {
  if (inputs.length > most)
    throw refuse('requirements', `There are ${inputs.length} requirements; at most ${most} can be judged.`)
  await checkKinds(em, inputs)
  const keys = new Set<string>()
  return inputs.map((input, index) => {
    const at = `requirements.${index}`
    const key = keyOf(input.key, at)
    if (keys.has(key)) throw refuse(`${at}.key`, 'The same `key` is there twice.')
    keys.add(key)
    checkFigures(input, at)
    const { kind, isRequired, weight, parameters } = input
    return {
      key,
      kind,
      isRequired,
      weight,
      parameters,
      text: lineOfText(input.text, `input.${at}.text`, 500),
      guidance: input.guidance?.trim() ? paragraphOf(input.guidance, `input.${at}.guidance`) : null,
      law: lawOf(input.law, at),
    }
  })
}

function keyOf(key: string | null, at: string): string {
  if (key === null) return newId()
  const parsed = parseGlobalId(key)
  if (parsed?.tag === 'requirement' && isUuid(parsed.key)) return parsed.key
  throw refuse(`${at}.key`, '`key` is not one of a requirement; leave it out for a new one.')
}

function checkFigures({ kind, parameters, weight }: RequirementInput, at: string) {
  for (const name of Object.keys(parameters))
    if (!measures[kind].some(measure => measure === name))
      throw refuse(`${at}.parameters`, `\`${name}\` does not go with this kind of requirement.`)
  const ranges = { count: [1, 1_000], years: [1, 30], daysAhead: [0, 3_650] } as const
  for (const name of ['count', 'years', 'daysAhead'] as const) {
    const value = parameters[name]
    const [from, to] = ranges[name]
    if (value !== undefined && (value < from || value > to))
      throw refuse(`${at}.parameters.${name}`, `\`${name}\` is ${value}; expected ${from} to ${to}.`)
  }
  if (weight < 0 || weight > 100) throw refuse(`${at}.weight`, `\`weight\` is ${weight}; expected 0 to 100.`)
}

function lawOf(law: Law | null, at: string): Law | null {
  if (law === null) return null
  if (law.url !== null && !/^https?:\/\//.test(law.url))
    throw refuse(`${at}.law.url`, '`url` is not a web address; expected https://….')
  const field = `input.${at}.law`
  return {
    ...law,
    name: lineOfText(law.name, `${field}.name`),
    article: law.article === null ? null : lineOfText(law.article, `${field}.article`),
    url: law.url === null ? null : lineOfText(law.url, `${field}.url`, 500),
  }
}

async function checkKinds(em: EntityManager, inputs: readonly RequirementInput[]) {
  const asked = [...new Set(inputs.flatMap(({ parameters }) => parameters.kinds ?? []))]
  const unknown = await readInside<string[]>(
    em,
    `select coalesce(json_agg(a), '[]')::text as json from unnest($1::text[]) a
     where not exists (select 1 from certification_kind k where k.code = a)`,
    [asked],
  )
  const [first] = unknown
  if (first === undefined) return
  throw refuse('requirements', `There is no kind of certification "${first.slice(0, 40)}".`)
}

const refuse = (field: string, message: string) => new Refusal('BAD_USER_INPUT', message, `input.${field}`)
