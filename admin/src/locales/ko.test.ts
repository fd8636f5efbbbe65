import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addMessages, sayAny } from './text.ts'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  )

/** Every collection of words that lies here. */
const collections = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.json'))
  .map(file => {
    const tree: Tree = JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
    addMessages(tree)
    return tree
  })
const messages = collections.flatMap(collection => leaves(collection))

test('no two collections of words share a section', () => {
  const sections = collections.flatMap(Object.keys)
  expect(sections.filter((section, at) => sections.indexOf(section) !== at)).toEqual([])
})

test('every message comes out as it is written, with its values in their places', () => {
  for (const [key, text] of messages) {
    const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    const values = Object.fromEntries(names.map(name => [name, `<${name}>`]))
    expect(sayAny(key, values), key).toBe(text.replace(/\{(\w+)\}/g, '<$1>'))
  }
})

test('messages keep to the words of the house', () => {
  const banned = /반려|유효하지 않은|잘못된 요청|클릭|하십시오|해주세요|죄송|[!！]|빨간|오른쪽/
  expect(messages.filter(([, text]) => banned.test(text))).toEqual([])
})

test('every message is used, and no Korean stands in a template', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(vue|ts)$/.test(file) && !/\.(test|gen\.d)\.ts$/.test(file))
    .map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
  const everything = sources.map(({ text }) => text).join('\n')
  expect(messages.filter(([key]) => !everything.includes(`'${key}'`))).toEqual([])

  const templates = sources
    .filter(({ file }) => file.endsWith('.vue'))
    .map(({ file, text }) => ({
      file,
      template: text.slice(text.indexOf('<template>')).replace(/<!--.*?-->|<style.*/gs, ''),
    }))
  expect(templates.length).toBeGreaterThan(20)
  expect(templates.filter(({ template }) => /[가-힣]/.test(template)).map(({ file }) => file)).toEqual([])
})
