import type { ResultOf } from '../../api/graphql.ts'
import { t } from '../../locales/curation-text.ts'
import type { CurationFields } from './curation.documents.ts'
import { stateText } from '../../parts/participation-words.ts'

/** What the way back would take back. */
export function undoText({ undoable: [last] }: Pick<ResultOf<typeof CurationFields>, 'undoable'>): string {
  if (!last) return t('curation.undo')
  const said = { name: last.name, count: last.count, from: stateText(last.to), to: stateText(last.from) }
  return last.count > 1 ? t('curation.undoMany', said) : t('curation.undoWhat', said)
}
