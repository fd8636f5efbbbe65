import type { DocumentType } from '@panro/search'
import { parseGlobalId } from '../../platform/global-id.ts'
import { isUuid } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'

/** A product or an enterprise, by its public id. */
export function thingOf(id: string): { scope: DocumentType; key: string } {
  const { tag, key } = parseGlobalId(id) ?? { tag: '', key: '' }
  if ((tag === 'product' || tag === 'enterprise') && isUuid(key)) return { scope: tag, key }
  throw new Refusal('BAD_USER_INPUT', '`id` is not the id of a product or an enterprise.', 'id')
}
