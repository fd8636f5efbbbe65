import { getArgumentValues, type FieldNode, type GraphQLResolveInfo } from 'graphql'
import type { Day } from '../day.ts'
import { selectedFields, type SelectedField } from './selection.ts'
import type { Link, Shape, Use } from './shape.ts'

export interface RequestValues {
  today: Day
  /** Who asks; null for a visitor. */
  personId: string | null
  variables: Record<string, unknown>
}

/** A select list whose placeholders are numbered from $1, with the way to their values. */
export interface CompiledSelection {
  columns: string
  values: ((request: RequestValues) => unknown)[]
}

interface Compiled {
  shape: Shape
  nodes: readonly FieldNode[]
  selection: CompiledSelection
}

/** By the first node. Two selections may begin alike and go on differently, so all of their nodes are held against each other. */
const compiled = new WeakMap<FieldNode, Compiled[]>()

/**
 * The select list for what a field asks of a shape. Kept as long as the parsed document lives, so a
 * document that comes again costs nothing here. Must only see documents that have been validated.
 */
export function compileSelection(
  shape: Shape,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
): CompiledSelection {
  const [first] = nodes
  if (!first) throw new Error('A selection without a node')
  const begunAlike = compiled.get(first) ?? []
  const known = begunAlike.find(entry => entry.shape === shape && isSame(entry.nodes, nodes))
  if (known) return known.selection
  const compiler = new Compiler(info)
  const selection = { columns: compiler.selectList(shape, nodes, 't'), values: compiler.values }
  compiled.set(first, [...begunAlike, { shape, nodes, selection }])
  return selection
}

const isSame = (a: readonly FieldNode[], b: readonly FieldNode[]) =>
  a.length === b.length && a.every((node, index) => node === b[index])

class Compiler {
  readonly values: CompiledSelection['values'] = []
  private readonly info: GraphQLResolveInfo
  private today: string | undefined
  private viewer: string | undefined
  private rows = 0

  constructor(info: GraphQLResolveInfo) {
    this.info = info
  }

  selectList(shape: Shape, nodes: readonly FieldNode[], row: string): string {
    const columns = selectedFields(shape.type, nodes, this.info).flatMap(selected => {
      const sql = this.value(shape, selected, row)
      return sql === null ? [] : [`${sql} as "${selected.key}"`]
    })
    if (shape.concreteType) columns.push(`${shape.concreteType(row)} as "__type"`)
    return columns.length > 0 ? columns.join(', ') : '1 as "__row"'
  }

  private value(shape: Shape, selected: SelectedField, row: string): string | null {
    const field = shape.fields[selected.definition.name]
    if (!field) return null
    const use = this.use(selected)
    return field.kind === 'column' ? field.sql(row, use) : this.linked(field, selected, row, use)
  }

  private linked(link: Link, selected: SelectedField, row: string, use: Use): string {
    const shape = link.shape()
    const inner = `t${++this.rows}`
    const select = [
      `select ${this.selectList(shape, selected.nodes, inner)} from ${shape.table} ${inner}`,
      shape.joins?.(inner) ?? '',
      `where ${link.on(row, inner, use)}`,
      link.orderBy ? `order by ${link.orderBy(inner)}` : '',
      link.limit ? `limit ${link.limit(use)}` : '',
    ].join(' ')
    return link.kind === 'one'
      ? `(select row_to_json(r) from (${select}) r)`
      : `(select coalesce(json_agg(row_to_json(r)), '[]') from (${select}) r)`
  }

  private use({ definition, nodes: [node] }: SelectedField): Use {
    return {
      today: () => (this.today ??= `${this.placeholder(({ today }) => today)}::date`),
      viewer: () => (this.viewer ??= `${this.placeholder(({ personId }) => personId)}::uuid`),
      argument: name =>
        this.placeholder(({ variables }) => getArgumentValues(definition, node, variables)[name] ?? null),
    }
  }

  private placeholder(value: CompiledSelection['values'][number]): string {
    return `$${this.values.push(value)}`
  }
}
