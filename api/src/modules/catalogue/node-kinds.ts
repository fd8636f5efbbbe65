import type { Shape } from '../../platform/read/shape.ts'
import { aliasShape, isActiveAlias } from '../categories/alias.shape.ts'
import { categoryShape } from '../categories/category.shape.ts'
import { certificationKindShape, certificationShape } from '../certifications/certification.shape.ts'
import { credentialShape } from '../credentials/credential.shape.ts'
import { enterpriseShape, isPublicEnterprise, ofPublicEnterprise } from '../enterprises/enterprise.shape.ts'
import { contactShape, enterpriseDeskShape } from '../enterprises/desk.shape.ts'
import { isAtDesk, isOfDesk } from '../enterprises/find-desk.ts'
import { isPublicProduct, productShape } from '../products/product.shape.ts'
import { regionShape } from '../regions/region.shape.ts'

/** What can be read by its id alone: where it is kept and who may see it. */
export interface NodeKind {
  shape: Shape
  key: 'id' | 'code'
  /** SQL condition on the row; `viewer` gives a placeholder for who asks. */
  isVisible: (row: string, viewer: () => string) => string
}

const everybody = () => 'true'

/** By the tag of the id. Downstream nouns add their own. */
export const nodeKinds = new Map<string, NodeKind>(
  Object.entries({
    product: { shape: productShape, key: 'id', isVisible: isPublicProduct },
    enterprise: { shape: enterpriseShape, key: 'id', isVisible: isPublicEnterprise },
    certification: { shape: certificationShape, key: 'id', isVisible: ofPublicEnterprise },
    credential: { shape: credentialShape, key: 'id', isVisible: ofPublicEnterprise },
    kind: { shape: certificationKindShape, key: 'code', isVisible: everybody },
    categoryalias: { shape: aliasShape, key: 'id', isVisible: isActiveAlias },
    category: { shape: categoryShape, key: 'code', isVisible: everybody },
    enterprisedesk: { shape: enterpriseDeskShape, key: 'id', isVisible: isAtDesk },
    contact: { shape: contactShape, key: 'id', isVisible: isOfDesk },
    region: { shape: regionShape, key: 'code', isVisible: everybody },
  } satisfies Record<string, NodeKind>),
)
