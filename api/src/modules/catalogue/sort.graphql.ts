import { registerEnumType } from 'type-graphql'

const RELEVANCE = { description: '정확도순. Best match first; the newest first when there are no words.' }
const NEWEST = { description: '최신순. Entered last first.' }
const NAME = { description: '이름순. 가나다 order.' }

export const ProductSort = {
  RELEVANCE: 'relevance',
  NEWEST: 'newest',
  PRICE_ASC: 'price_asc',
  PRICE_DESC: 'price_desc',
  LEAD_TIME: 'lead_time',
  NAME: 'name',
} as const
export type ProductSort = (typeof ProductSort)[keyof typeof ProductSort]
registerEnumType(ProductSort, {
  name: 'ProductSort',
  description: '상품 정렬. With words, any order but RELEVANCE sorts the 1,000 best matches.',
  valuesConfig: {
    RELEVANCE,
    NEWEST,
    PRICE_ASC: { description: '낮은 금액순. Lowest price first; on quotation last.' },
    PRICE_DESC: { description: '높은 금액순. Highest price first; on quotation last.' },
    LEAD_TIME: { description: '빠른 납기순. Shortest lead time first; not stated last.' },
    NAME,
  },
})

export const EnterpriseSort = { RELEVANCE: 'relevance', NEWEST: 'newest', NAME: 'name' } as const
export type EnterpriseSort = (typeof EnterpriseSort)[keyof typeof EnterpriseSort]
registerEnumType(EnterpriseSort, {
  name: 'EnterpriseSort',
  description: '기업 정렬. With words, any order but RELEVANCE sorts the 1,000 best matches.',
  valuesConfig: { RELEVANCE, NEWEST, NAME },
})
