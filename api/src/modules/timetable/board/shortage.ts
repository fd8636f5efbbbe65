import { openTo, pairingsByParty, roomOf, type Board, type Pairing } from './board.ts'

/** Why a round cannot be timetabled, in numbers; whoever knows the names makes a sentence of it. */
export type Shortage =
  | { kind: 'apart'; pairing: number }
  | { kind: 'busy'; party: number; meetings: number; room: number }
  | { kind: 'places'; meetings: number; room: number }
  | { kind: 'together' }

export const shortageOf = (board: Board, pairings: readonly Pairing[]): Shortage =>
  plainShortageOf(board, pairings) ?? { kind: 'together' }

/** What counting alone shows; null: nothing. */
export function plainShortageOf(board: Board, pairings: readonly Pairing[]): Shortage | null {
  const apart = pairings.findIndex(pairing => openTo(board, pairing).length === 0)
  if (apart !== -1) return { kind: 'apart', pairing: apart }
  for (const [party, mine] of pairingsByParty(board, pairings).entries()) {
    const room = roomOf(board, party)
    if (mine.length > room) return { kind: 'busy', party, meetings: mine.length, room }
  }
  const room = board.capacity.reduce((sum, places) => sum + places, 0)
  if (pairings.length > room) return { kind: 'places', meetings: pairings.length, room }
  return null
}
