import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { evidenceShape } from '../credentials/credential.shape.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { isFileUsed, usesOfFile } from './file-uses.ts'
import { seenIn, stories, tellsOf } from '../audit/stories.ts'

/** Whoever asks sees the rows that the database shows them (Migration016EvidenceFiles); nobody else sees any. */
export const evidenceFileShape: Shape = {
  type: 'EvidenceFile',
  table: 'evidence_file',
  fields: {
    id: column(row => globalIdSql('file', `${row}.id`)),
    name: field('name'),
    kind: field('kind'),
    size: field('size'),
    pages: field('pages'),
    width: field('width'),
    height: field('height'),
    flags: field('flags'),
    hasPersonalData: field('has_personal_data'),
    uploadedAt: field('created_at'),
    url: column(row => urlOf(row)),
    inlineUrl: column(row => `case when ${isShownInline(row)} then ${urlOf(row)} || '?inline=1' end`),
    isImage: column(row => `${row}.kind in ('jpeg', 'png', 'webp')`),
    needsReason: column((row, use) => `${row}.has_personal_data and not ${isMember(row, use.viewer())}`),
    uses: column(row => usesOfFile(`${row}.id`)),
    isRemovable: column((row, use) => `${isMember(row, use.viewer())} and not ${isFileUsed(`${row}.id`)}`),
  },
}

const urlOf = (row: string) => `'/admin/files/' || ${globalIdSql('file', `${row}.id`)}`

/** As `isShownInline` of file-kinds.ts, which has the last word when the file is asked for. */
const isShownInline = (row: string) =>
  `(${row}.kind in ('jpeg', 'png', 'webp') or (${row}.kind = 'pdf' and ${row}.flags = '{}'))`

const isMember = (row: string, viewer: string) => `exists (
  select 1 from enterprise_member m where m.enterprise_id = ${row}.enterprise_id and m.person_id = ${viewer})`

export const isKept = (row: string) => `${row}.state = 'kept'`

nodeKinds.set('file', { shape: evidenceFileShape, key: 'id', isVisible: isKept })

extendShape(enterpriseShape, {
  evidenceFiles: many({
    shape: () => evidenceFileShape,
    on: (row, file) => `${file}.enterprise_id = ${row}.id and ${isKept(file)}`,
    orderBy: file => `${file}.created_at desc, ${file}.id desc`,
    limit: use => use.argument('first'),
  }),
})

extendShape(evidenceShape, {
  file: one({
    shape: () => evidenceFileShape,
    on: (row, file) => `${file}.id = ${row}.file_id and ${isKept(file)}`,
  }),
})

/** Who sees the row is for the database to say, as everywhere with files. */
stories.set('file', { tells: tellsOf('file'), isSeen: seenIn('evidence_file', isKept) })
