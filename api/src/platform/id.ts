import { v7 } from 'uuid'

/** Ids are made here, before the insert, and sort by the moment they were made. */
export const newId = (): string => v7()
