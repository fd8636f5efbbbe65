/** A day as a mask of bits, one for each slot in which somebody is in a meeting: how often they wait in between. */
export function breaksIn(day: number): number {
  return day === 0 ? 0 : ones(day & ~(day << 1)) - 1
}

function ones(mask: number): number {
  const pairs = mask - ((mask >> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >> 2) & 0x33333333)
  return Math.imul((fours + (fours >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
