import { createI18n } from 'vue-i18n'
import ko from './ko.json'

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** Every key of ko.json: a key without a Korean text is a type error. */
export type MessageKey = Leaves<typeof ko>

const i18n = createI18n({ legacy: false, locale: 'ko', messages: { ko } })

/** The text of a key in the reader's language; it follows the language when used in a template. */
export const t = (key: MessageKey, values: Record<string, string | number> = {}): string =>
  i18n.global.t(key, values)
