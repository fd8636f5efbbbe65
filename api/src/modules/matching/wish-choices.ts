/** 희망 — what one side says of meeting the other. `no` is never shown to the one it is about. */
export const wishChoices = ['must', 'want', 'no'] as const
export type WishChoice = (typeof wishChoices)[number]
