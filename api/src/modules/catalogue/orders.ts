import type { Order } from '../../platform/page/keyset.ts'

const byId = { column: 't.id', type: 'uuid' } as const

const order = (
  list: string,
  sort: string,
  key: string,
  type: Order['type'],
  rest: Partial<Order> = {},
): Order => ({
  name: `${list}:${sort}`,
  key,
  type,
  isNullable: false,
  isDescending: false,
  id: byId,
  ...rest,
})

/** Each way a list can be walked. `relevance` without words is the newest first. */
const newestOf = (list: string) =>
  order(list, 'newest', 't.created_at', 'timestamptz', { isDescending: true })
const nameOf = (list: string) => order(list, 'name', 't.name', 'text')

export const productOrders = {
  relevance: newestOf('products'),
  newest: newestOf('products'),
  price_asc: order('products', 'price_asc', 't.price', 'bigint', { isNullable: true }),
  price_desc: order('products', 'price_desc', 't.price', 'bigint', { isNullable: true, isDescending: true }),
  lead_time: order('products', 'lead_time', 't.lead_days', 'bigint', { isNullable: true }),
  name: nameOf('products'),
}

export const enterpriseOrders = {
  relevance: newestOf('enterprises'),
  newest: newestOf('enterprises'),
  name: nameOf('enterprises'),
}
