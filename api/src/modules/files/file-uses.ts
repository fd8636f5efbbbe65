/**
 * What a file can be used in: SQL for whether the file whose id is given is. Downstream nouns add their own; a file in
 * use is not removed.
 */
export const fileUses = new Map<string, (file: string) => string>([
  ['evidence', file => `exists (select 1 from evidence v where v.file_id = ${file})`],
])

export const isFileUsed = (file: string): string =>
  `(${[...fileUses.values()].map(use => use(file)).join(' or ')})`
