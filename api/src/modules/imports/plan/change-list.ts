/** What is to be made and what is to be changed, each thing once however often the file speaks of it. */
export class ChangeList<T extends object> {
  private readonly idOf: (thing: T) => string
  private readonly created = new Map<string, T>()
  private readonly changed = new Map<string, { before: T; after: T }>()

  constructor(idOf: (thing: T) => string) {
    this.idOf = idOf
  }

  create(thing: T): void {
    this.created.set(this.idOf(thing), thing)
  }

  /** Whether this very file makes it. */
  isNew(thing: T): boolean {
    return this.created.has(this.idOf(thing))
  }

  /** Whether there was anything to change. */
  change(before: T, after: T): boolean {
    if (isEqual(before, after)) return false
    const id = this.idOf(after)
    if (this.created.has(id)) this.created.set(id, after)
    else this.changed.set(id, { before: this.changed.get(id)?.before ?? before, after })
    return true
  }

  done(): { created: T[]; changed: { before: T; after: T }[] } {
    return { created: [...this.created.values()], changed: [...this.changed.values()] }
  }
}

const isEqual = (a: object, b: object) =>
  JSON.stringify(Object.entries(a)) === JSON.stringify(Object.entries(b))
