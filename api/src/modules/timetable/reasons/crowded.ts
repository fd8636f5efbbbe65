/**
 * Meetings of one person that have fewer slots between them than they are many (Hall); empty if each can
 * have a slot of its own.
 */
export function crowdedMeetings(meetings: readonly number[], open: readonly number[][]): number[] {
  const heldIn = new Map<number, number>()
  for (const meeting of meetings) {
    const visited = new Set<number>()
    if (!findSlot(meeting, open, heldIn, visited))
      return [meeting, ...[...visited].flatMap(slot => heldIn.get(slot) ?? [])].sort((a, b) => a - b)
  }
  return []
}

/** Gives the meeting a slot, moving others along if need be. */
function findSlot(
  meeting: number,
  open: readonly number[][],
  heldIn: Map<number, number>,
  visited: Set<number>,
): boolean {
  for (const slot of open[meeting] ?? []) {
    if (visited.has(slot)) continue
    visited.add(slot)
    const other = heldIn.get(slot)
    if (other !== undefined && !findSlot(other, open, heldIn, visited)) continue
    heldIn.set(slot, meeting)
    return true
  }
  return false
}
