/**
 * The read side of a noun: each public field as SQL over one table alias.
 *
 * Lists are read without building entities. The selection of a GraphQL field is compiled, once per
 * document, into one statement that returns the answer as JSON: only asked columns are read, and a
 * nested selection cannot become a query per row. Entities stay the way to change things.
 *
 * A field that is not in the shape is simply not read; its resolver must then answer by itself.
 */
export interface Shape {
  /** Name of the GraphQL type, or of the interface when the rows are of several types. */
  type: string
  table: string
  /** Joins that every field may lean on, e.g. the detail tables of a polymorphic row. */
  joins?: (row: string) => string
  /** For an interface: SQL for the name of the concrete type. */
  concreteType?: (row: string) => string
  fields: Record<string, Field>
}

export type Field = Column | Link

/** SQL for a value; `use` turns run-time values into placeholders. */
export interface Column {
  kind: 'column'
  sql: (row: string, use: Use) => string
}

/** One row or many of another shape. */
export interface Link {
  kind: 'one' | 'many'
  /** A function, because two nouns may link to each other. */
  shape: () => Shape
  /** SQL condition that ties the linked row to this one. */
  on: (row: string, linked: string, use: Use) => string
  orderBy?: (linked: string) => string
  limit?: (use: Use) => string
}

export interface Use {
  /** Placeholder for today in Asia/Seoul, as a date. */
  today(): string
  /** Placeholder for who asks, as a uuid; null for a visitor. */
  viewer(): string
  /** Placeholder for an argument of the field being compiled. */
  argument(name: string): string
}

export const column = (sql: Column['sql']): Column => ({ kind: 'column', sql })

/** A plain column of the table: `field('valid_from')`. */
export const field = (name: string): Column => column(row => `${row}.${name}`)

export const one = (link: Omit<Link, 'kind'>): Link => ({ kind: 'one', ...link })

export const many = (link: Omit<Link, 'kind'>): Link => ({ kind: 'many', ...link })

/** How a downstream noun hangs its fields on an upstream shape, as its resolver does on the type. */
export function extendShape(shape: Shape, fields: Record<string, Field>): void {
  for (const name of Object.keys(fields))
    if (name in shape.fields) throw new Error(`${shape.type}.${name} is in the shape already`)
  Object.assign(shape.fields, fields)
}
