import { v7 } from 'uuid'

/** Ids are made here, before the insert, and sort by the moment they were made. */
export const newId = (): string => v7()

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
