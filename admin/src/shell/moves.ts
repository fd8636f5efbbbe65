let moves = 0

/** Counts a move from one page to another; the first page of a visit is the first. */
export const countMove = () => void moves++

/** Whether the reader has come here from another page of the site. */
export const hasMoved = () => moves > 1
