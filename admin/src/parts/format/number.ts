/**
 * `1,284`, or what stands for a count not known yet. By hand: the browser's own takes tens of milliseconds to begin,
 * and a third of one for each figure after.
 */
export const grouped = (count: number | undefined, unknown = '…'): string =>
  count === undefined ? unknown : String(count).replace(/\B(?=(\d{3})+$)/g, ',')
