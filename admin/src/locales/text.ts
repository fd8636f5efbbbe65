import { createI18n } from 'vue-i18n'
import ko from './ko.json'

export type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** Every key of ko.json: a key without a Korean text is a type error. */
export type MessageKey = Leaves<typeof ko>

const i18n = createI18n({ legacy: false, locale: 'ko', messages: { ko: { ...ko } } })

/** For words that come with a part of the pages only. */
export const addMessages = (messages: object): void => i18n.global.mergeLocaleMessage('ko', messages)

export type Say<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

export const sayAny: Say<string> = (key, values = {}) => i18n.global.t(key, values)

/** The text of a key in the reader's language; it follows the language when used in a template. */
export const t: Say<MessageKey> = (key, values) => sayAny(key, values)
