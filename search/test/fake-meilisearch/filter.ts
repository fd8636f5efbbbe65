/**
 * The part of Meilisearch's filter language that we write: `a IN ["x", "y"]`, `a NOT IN ["x"]`, `a.b <= 5`,
 * AND, OR and brackets. Anything else is refused, as the server would.
 */
export type Passes = (document: Record<string, unknown>) => boolean

class BadFilter extends Error {}

type Token = { kind: 'sign' | 'word' | 'text'; text: string }

export function parseFilter(source: string, isFilterable: (attribute: string) => boolean): Passes {
  const tokens = tokenise(source)
  const parser = new Parser(tokens, isFilterable)
  const passes = parser.either()
  if (parser.next !== undefined) throw new BadFilter(`unexpected ${parser.next.text} in ${source}`)
  return passes
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s*(?:(?<sign>[()[\],]|<=|>=)|"(?<text>(?:[^"\\]|\\.)*)"|(?<word>[\w.-]+))/gy
  let end = 0
  for (const { 0: whole, index, groups } of source.matchAll(pattern)) {
    end = index + whole.length
    if (groups?.sign !== undefined) tokens.push({ kind: 'sign', text: groups.sign })
    else if (groups?.text !== undefined)
      tokens.push({ kind: 'text', text: groups.text.replaceAll('\\"', '"') })
    else tokens.push({ kind: 'word', text: groups?.word ?? '' })
  }
  if (source.slice(end).trim() !== '') throw new BadFilter(`unexpected ${source.slice(end)} in ${source}`)
  return tokens
}

class Parser {
  readonly #tokens: Token[]
  readonly #isFilterable: (attribute: string) => boolean

  constructor(tokens: Token[], isFilterable: (attribute: string) => boolean) {
    this.#tokens = tokens
    this.#isFilterable = isFilterable
  }

  get next(): Token | undefined {
    return this.#tokens[0]
  }

  either(): Passes {
    const choices = [this.#both()]
    while (this.#accept('OR')) choices.push(this.#both())
    return document => choices.some(passes => passes(document))
  }

  #both(): Passes {
    const conditions = [this.#condition()]
    while (this.#accept('AND')) conditions.push(this.#condition())
    return document => conditions.every(passes => passes(document))
  }

  #condition(): Passes {
    if (this.#accept('(')) {
      const inner = this.either()
      this.#expect(')')
      return inner
    }
    const attribute = this.#take().text
    if (!this.#isFilterable(attribute)) throw new BadFilter(`Attribute \`${attribute}\` is not filterable.`)
    if (this.#accept('IN')) return this.#oneOf(attribute)
    if (this.#accept('NOT')) {
      this.#expect('IN')
      const isOneOf = this.#oneOf(attribute)
      return document => !isOneOf(document)
    }
    const operator = this.#take().text
    if (operator !== '<=' && operator !== '>=') throw new BadFilter(`unknown operator ${operator}`)
    const bound = Number(this.#take().text)
    return document =>
      valuesAt(document, attribute).some(
        value => typeof value === 'number' && (operator === '<=' ? value <= bound : value >= bound),
      )
  }

  #oneOf(attribute: string): Passes {
    this.#expect('[')
    const wanted = new Set<string>()
    while (!this.#accept(']')) {
      wanted.add(this.#take().text.toLowerCase())
      this.#accept(',')
    }
    return document => valuesAt(document, attribute).some(value => wanted.has(String(value).toLowerCase()))
  }

  #accept(text: string): boolean {
    if (this.next === undefined || this.next.kind === 'text' || this.next.text !== text) return false
    this.#tokens.shift()
    return true
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw new BadFilter(`expected ${text}, found ${this.next?.text ?? 'the end'}`)
  }

  #take(): Token {
    const token = this.#tokens.shift()
    if (token === undefined) throw new BadFilter('the filter ends too early')
    return token
  }
}

/** Follows a dotted name; a list stands for each of its items, and null for none. */
export function valuesAt(document: Record<string, unknown>, attribute: string): unknown[] {
  let values: unknown[] = [document]
  for (const step of attribute.split('.')) {
    values = values.flatMap(value => (isRecord(value) && step in value ? [value[step]] : [])).flat()
  }
  return values.filter(value => value !== null && value !== undefined)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
