import { globalIdSql } from '../../platform/global-id.ts'
import { column, extendShape, field, type Shape } from '../../platform/read/shape.ts'
import { nodeKinds } from '../catalogue/node-kinds.ts'
import { enterpriseShape } from '../enterprises/enterprise.shape.ts'
import { productShape } from '../products/product.shape.ts'
import { isOfPublicThing, thingFields } from './thing.shape.ts'

export const favouriteShape: Shape = {
  type: 'Favourite',
  table: 'favourite',
  fields: {
    id: column(row => globalIdSql('favourite', `${row}.id`)),
    addedAt: field('created_at'),
    ...thingFields,
  },
}

/** What a person may see of favourites: their own, of things that everybody may see. */
export const isFavouriteOf = (row: string, person: string) =>
  `${row}.person_id = ${person} and ${isOfPublicThing(row)}`

nodeKinds.set('favourite', {
  shape: favouriteShape,
  key: 'id',
  isVisible: (row, viewer) => isFavouriteOf(row, viewer()),
})

extendShape(productShape, {
  isFavourite: column(
    (row, use) =>
      `exists (select 1 from favourite f where f.product_id = ${row}.id and f.person_id = ${use.viewer()})`,
  ),
})
extendShape(enterpriseShape, {
  isFavourite: column(
    (row, use) =>
      `exists (select 1 from favourite f where f.enterprise_id = ${row}.id and f.person_id = ${use.viewer()})`,
  ),
})
