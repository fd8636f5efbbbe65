import type { Board, Pairing } from './board.ts'
import { choose, type Candidate, type Choice } from './choose.ts'
import { fewestMoves, type Repair } from './fewest-moves.ts'
import { place, type Placing } from './place.ts'
import { fixesFor, type Fix } from './fixes.ts'
import { shortageOf, type Shortage } from './shortage.ts'

/** What a thread can be asked of a board. */
export interface BoardTasks {
  choose: {
    asks: { boards: readonly Board[]; mosts: readonly (number | null)[]; candidates: readonly Candidate[] }
    answer: Choice
  }
  place: { asks: { board: Board; pairings: readonly Pairing[] }; answer: Placing }
  explain: {
    asks: { board: Board; pairings: readonly Pairing[] }
    answer: { shortage: Shortage; fixes: Fix[] }
  }
  repair: {
    asks: { board: Board; pairings: readonly Pairing[]; had: readonly (number | null)[] }
    answer: Repair | 'impossible' | 'unsettled'
  }
}
export type BoardTask = {
  [Name in keyof BoardTasks]: { name: Name; asks: BoardTasks[Name]['asks'] }
}[keyof BoardTasks]

export function performOnBoard(task: BoardTask): BoardTasks[keyof BoardTasks]['answer'] {
  switch (task.name) {
    case 'choose':
      return choose(task.asks.boards, task.asks.mosts, task.asks.candidates)
    case 'place':
      return place(task.asks.board, task.asks.pairings)
    case 'explain': {
      const { board, pairings } = task.asks
      return { shortage: shortageOf(board, pairings), fixes: fixesFor(board, pairings) }
    }
    case 'repair':
      return fewestMoves(task.asks.board, task.asks.pairings, task.asks.had)
  }
}
