import { t } from '../../locales/people-text.ts'

/** What the server has refused about a field, in words that name the placeholder it is about. */
export function wordsProblem(
  field: 'subject' | 'body',
  text: string,
  variables: readonly { name: string }[],
): string {
  const said = [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = '']) => name)
  const unknown = said.filter(name => !variables.some(known => known.name === name))
  if (unknown.length > 0) return t('template.unknown', { names: unknown.map(braced).join(', ') })
  const links = said.filter(name => name === 'link').length
  if (field === 'subject' && links > 0) return t('template.linkInSubject', { name: braced('link') })
  if (field === 'body' && links !== 1) return t('template.link', { name: braced('link') })
  return t('template.bad')
}

export const braced = (name: string) => `{${name}}`
