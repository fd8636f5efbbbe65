import type { EntityManager } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import type { Pool } from 'pg'
import type { Context } from '../context.ts'
import { compileSelection } from './compile.ts'
import { Conditions } from './conditions.ts'
import { runStatement } from './run-statement.ts'
import { selectedFields } from './selection.ts'
import type { Shape } from './shape.ts'

export type Row = Record<string, unknown>

interface ReadOptions {
  shape: Shape
  /** Names of fields to descend through before the shape begins, e.g. `['edges', 'node']`. */
  path?: readonly string[]
  /** Further columns for the reader itself, e.g. the sort key of a cursor. */
  extra?: string
  where: (conditions: Conditions) => void
  orderBy?: string
  limit?: number
}

/** Reads rows of a shape in one statement, with just what the field being resolved asks of them. */
export async function readRows(ctx: Context, info: GraphQLResolveInfo, options: ReadOptions): Promise<Row[]> {
  const nodes = descend(info, options.path ?? [])
  const selection =
    nodes.length > 0 ? compileSelection(options.shape, nodes, info) : { columns: '1 as "__row"', values: [] }
  const request = { today: ctx.today, personId: ctx.actor.personId, variables: info.variableValues }
  const conditions = new Conditions(selection.values.map(value => value(request)))
  options.where(conditions)
  const text = [
    `select ${selection.columns}${options.extra ? `, ${options.extra}` : ''} from ${options.shape.table} t`,
    options.shape.joins?.('t') ?? '',
    conditions.where(),
    options.orderBy ? `order by ${options.orderBy}` : '',
    options.limit === undefined ? '' : `limit ${conditions.value(options.limit)}`,
  ].join(' ')
  return readFor<Row[]>(
    ctx,
    `select coalesce(json_agg(row_to_json(r)), '[]')::text as json from (${text}) r`,
    conditions.values,
  )
}

/** The row of a shape with that id, as after a change to it. */
export async function readOne(
  ctx: Context,
  info: GraphQLResolveInfo,
  shape: Shape,
  id: string,
): Promise<Row> {
  const [row] = await readRows(ctx, info, {
    shape,
    where: conditions => conditions.add(`t.id = ${conditions.value(id)}::uuid`),
  })
  if (!row) throw new Error(`${shape.type} ${id} is gone`)
  return row
}

/** Runs a statement whose one column `json` is text, and parses it; the database shows what everybody may see. */
export const readJson = <T>(
  em: EntityManager,
  text: string,
  values: unknown[],
  signal?: AbortSignal,
): Promise<T> => readText(em, { text, values }, { signal })

/** The same, and the database shows what the actor may see. */
export const readFor = <T>(ctx: Context, text: string, values: unknown[]): Promise<T> =>
  readText(ctx.em, { text, values }, ctx)

async function readText<T>(
  em: EntityManager,
  { text, values }: { text: string; values: unknown[] },
  options: Partial<Pick<Context, 'actor' | 'signal'>>,
): Promise<T> {
  const statement = { text, values, ...statementName(text) }
  const [row] = await runStatement<{ json: string }>(await poolOf(em), statement, options)
  return JSON.parse(row?.json ?? 'null')
}

export const poolOf = (em: EntityManager): Promise<Pool> => em.getDriver().getConnection().getNativeClient()

/** The field nodes at the end of a path of field names below the one being resolved. */
function descend(info: GraphQLResolveInfo, path: readonly string[]) {
  let typeName = typeNameOf(String(info.returnType))
  let nodes = info.fieldNodes
  for (const name of path) {
    const selected = selectedFields(typeName, nodes, info).filter(
      ({ definition }) => definition.name === name,
    )
    nodes = selected.flatMap(field => field.nodes)
    typeName = typeNameOf(String(selected[0]?.definition.type ?? ''))
  }
  return nodes
}

/** Whether the field being resolved asks for a field at the end of that path of names below it. */
export const asksFor = (info: GraphQLResolveInfo, ...path: string[]): boolean =>
  descend(info, path).length > 0

const typeNameOf = (type: string) => type.replaceAll(/[[\]!]/g, '')

/**
 * PostgreSQL keeps a named statement planned, per connection and for ever; so only so many texts get
 * a name, and a caller who invents ever new documents cannot fill the server's memory.
 */
const named = new Map<string, string>()
const mostNamed = 400

function statementName(text: string): { name?: string } {
  const known = named.get(text)
  if (known) return { name: known }
  if (named.size >= mostNamed) return {}
  const name = `read_${named.size}`
  named.set(text, name)
  return { name }
}
