export const badge = 'a piece of the domain'
