import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { damaged } from './archive.ts'
import { elementsOf } from './xml.ts'

/** What the front part of a workbook says: which sheets there are, where the parts lie, from when days count. */
export interface Workbook {
  sheets: { name: string; isHidden: boolean; part: string }[]
  isFrom1904: boolean
  stylesPart: string | undefined
  sharedStringsPart: string | undefined
}

interface Relationship {
  id: string
  /** The last word of its type: `worksheet`, `styles`, `sharedStrings`. */
  kind: string
  part: string
}

export async function readWorkbook(archive: Archive, tokenBytes: number): Promise<Workbook> {
  const part = (await relationshipsOf(archive, '', tokenBytes)).find(
    ({ kind }) => kind === 'officeDocument',
  )?.part
  if (part === undefined || !archive.has(part)) throw damaged()
  const related = await relationshipsOf(archive, part, tokenBytes)
  const elements = await elementsOf(archive.read(part), tokenBytes)
  const date1904 = elements.find(({ name }) => name === 'workbookPr')?.attributes['date1904']

  return {
    sheets: elements
      .filter(({ name }) => name === 'sheet')
      .flatMap(({ attributes }) => {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
        const target = related.find(relationship => relationship.id === id)
        if (target === undefined) throw damaged()
        // Chart sheets are sheets without rows.
        if (target.kind !== 'worksheet') return []
        const isHidden = attributes['state'] !== undefined && attributes['state'] !== 'visible'
        return [{ name: attributes['name'] ?? '', isHidden, part: target.part }]
      }),
    isFrom1904: date1904 === '1' || date1904 === 'true',
    stylesPart: related.find(({ kind }) => kind === 'styles')?.part,
    sharedStringsPart: related.find(({ kind }) => kind === 'sharedStrings')?.part,
  }
}

/** Where a part points to, inside the archive only; links that leave it are of no use to a reader of rows. */
async function relationshipsOf(archive: Archive, part: string, tokenBytes: number): Promise<Relationship[]> {
  const { dir, base } = posix.parse(part)
  const list = posix.join(dir, '_rels', `${base}.rels`)
  if (!archive.has(list)) throw damaged()
  const elements = await elementsOf(archive.read(list), tokenBytes)
  return elements
    .filter(({ name, attributes }) => name === 'Relationship' && attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      part: insideArchive(dir, attributes['Target'] ?? ''),
    }))
}

function insideArchive(dir: string, target: string): string {
  const part = posix.normalize(target.startsWith('/') ? target.slice(1) : posix.join(dir, target))
  if (part.startsWith('..') || part.startsWith('/')) throw damaged()
  return part
}
