import { expect, test } from 'vitest'
import { diffOf, isSame } from './set-diff.ts'
import { blankItem, type SetForm } from './set-form.ts'

const item = (key: string | null, text: string) => ({
  ...blankItem('DOCUMENT', key ?? 'new'),
  key,
  text,
})
const form = (...items: SetForm['items']): SetForm => ({
  ...{ basedOn: 1, title: '기준', purpose: 'CATALOGUE', kind: '', openUntil: '' },
  ...{ needsTwo: false, reviewDays: '14', returnDays: '7', items },
})

test('what is the same in both is no difference, whatever version it was read at', () => {
  expect(isSame(diffOf(form(item('a', '가')), { ...form(item('a', '가')), basedOn: 7 }))).toBe(true)
})

test('added, removed, changed and moved requirements are told apart by their keys', () => {
  const before = form(item('a', '가'), item('b', '나'), item('c', '다'), item('d', '라'))
  const after = form(item('c', '다'), item('a', '가가'), item(null, '새것'), item('d', '라'))
  const diff = diffOf(before, { ...after, needsTwo: true })
  expect(diff).toEqual({
    general: [{ name: 'needsTwo', before: 'false', after: 'true' }],
    added: [{ number: 3, text: '새것' }],
    removed: [{ number: 2, text: '나' }],
    changed: [{ number: 2, text: '가가', fields: [{ name: 'text', before: '가', after: '가가' }] }],
    moved: [
      { from: 3, to: 1, text: '다' },
      { from: 1, to: 2, text: '가가' },
    ],
  })
})
