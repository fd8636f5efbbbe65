import ko from './ko.json'

export type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** Every key of ko.json: a key without a Korean text is a type error. */
export type MessageKey = Leaves<typeof ko>

const texts = new Map<string, string>()

/** For words that come with a part of the pages only. */
export function addMessages(tree: object, section = ''): void {
  for (const [key, text] of Object.entries(tree)) {
    if (typeof text === 'string') texts.set(section + key, text)
    else addMessages(text, `${section}${key}.`)
  }
}
addMessages(ko)

export type Say<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

/** Written here, because a library of languages would be a fifth of what a buyer's first page loads, for one of them. */
export const sayAny: Say<string> = (key, values = {}) =>
  (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** The text of a key, with its values in their places. */
export const t: Say<MessageKey> = (key, values) => sayAny(key, values)
