/**
 * Whether a key belongs to the syllable being composed. Safari ends the composition before it sends
 * the Enter that ended it, so `isComposing` alone is not enough: such a key still has the code 229.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229
