import { cacheExchange, Client, fetchExchange } from '@urql/core'

export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  // A page seen before shows at once and is asked for again behind it: certificates lapse at midnight.
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
})
