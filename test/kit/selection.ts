import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

interface Within {
  /** How many fields lie on the way from the type to the deepest. */
  depth: number
  /** Kinds of thing whose own fields are not wanted here. */
  beside?: readonly GraphQLNamedType[]
}

/**
 * Every field of a type, and of each type that it leads to, where it lies nearest; met again it is only named, which
 * keeps a document short. A field that wants an argument of which nothing can be known here is left out.
 */
export function everything(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  { depth, beside = [] }: Within,
): string {
  const met = new Set(beside)
  const root: Part = { type, fields: [] }
  let level = [root]
  for (let left = depth; left >= 0 && level.length > 0; left--)
    level = level.filter(part => isNew(part, met)).flatMap(part => open(schema, part))
  return written(root)
}

interface Part {
  type: GraphQLNamedType
  /** What is asked of it; of a kind met before, or too deep, nothing but its name. */
  fields: { call: string; of: GraphQLObjectType; part: Part | null }[]
}

function isNew({ type }: Part, met: Set<GraphQLNamedType>): boolean {
  if (met.has(type)) return false
  met.add(type)
  return true
}

/** Notes its fields, and returns what they lead to. */
function open(schema: GraphQLSchema, part: Part): Part[] {
  for (const of of kindsOf(schema, part.type))
    for (const field of Object.values(of.getFields())) {
      const given = givenTo(field)
      const next = getNamedType(field.type)
      if (given !== null)
        part.fields.push({
          call: `${field.name}${given}`,
          of,
          part: isLeafType(next) ? null : { type: next, fields: [] },
        })
    }
  return part.fields.flatMap(field => field.part ?? [])
}

function kindsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type)
  return isObjectType(type) ? [type] : []
}

function written({ type, fields }: Part): string {
  if (isLeafType(type)) return ''
  const said = [...Map.groupBy(fields, ({ of }) => of)].map(([of, own]) => {
    const calls = own.map(({ call, part }) => (part === null ? call : `${call} ${written(part)}`)).join(' ')
    return of === type ? calls : `... on ${of.name} { ${calls} }`
  })
  return `{ __typename ${said.join(' ')} }`
}

/** The least that a field takes, or null where that cannot be known. */
function givenTo({ args }: GraphQLField<unknown, unknown>): string | null {
  // A list that can be read from either end wants to be told from which.
  const isPage = args.some(({ name }) => name === 'last')
  const wanted = args.filter(arg => isRequiredArgument(arg) || (isPage && arg.name === 'first'))
  const values = wanted.map(valueOf)
  if (values.includes(null)) return null
  return wanted.length === 0 ? '' : `(${wanted.map(({ name }, at) => `${name}: ${values[at]}`).join(', ')})`
}

function valueOf({ name, type }: GraphQLArgument): string | null {
  const named = getNullableType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name ?? null
  if (name === 'first') return '2'
  if (name === 'skip') return '0'
  return { Boolean: 'true', Date: '"2026-01-31"' }[String(named)] ?? null
}
