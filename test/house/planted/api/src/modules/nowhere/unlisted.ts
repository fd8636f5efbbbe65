export const unlisted = 'a room that the order does not know'
