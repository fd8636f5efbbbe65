/** What can be done to a meeting from the board. */
export type CellAction = 'start' | 'finish' | 'noShow' | 'move' | 'cancel' | 'undo' | 'record'
