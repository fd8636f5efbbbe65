/** The `where` of a statement while it is put together: SQL from us, values only as placeholders. */
export class Conditions {
  readonly values: unknown[]
  private readonly parts: string[] = []

  constructor(values: unknown[] = []) {
    this.values = [...values]
  }

  /** Placeholder for a value. */
  value(value: unknown): string {
    return `$${this.values.push(value)}`
  }

  add(sql: string): void {
    this.parts.push(sql)
  }

  where(): string {
    return this.parts.length > 0 ? `where ${this.parts.join(' and ')}` : ''
  }
}
