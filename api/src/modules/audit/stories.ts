/** 기록 — what has a story in the ledger: how its rows are named there, and who may read them. */
interface Story {
  /** SQL condition over a row of `ledger`, for the thing whose key is given. */
  tells: (row: string, key: string) => string
  /** SQL condition: whether the one who asks sees the thing whose key is given; `viewer` is who asks. */
  isSeen: (key: string, viewer: string) => string
}

/** By the tag of the id. Downstream nouns add their own. */
export const stories = new Map<string, Story>()

/** The rows about the thing itself. */
export const tellsOf =
  (type: string): Story['tells'] =>
  (row, key) =>
    `${row}.subject_type = '${type}' and ${row}.subject_id = ${key}`

/** Seen by whoever sees the row of the table. */
export const seenIn =
  (table: string, isVisible: (row: string, viewer: string) => string): Story['isSeen'] =>
  (key, viewer) =>
    `exists (select 1 from ${table} s where s.id = ${key} and (${isVisible('s', viewer)}))`
