import matching from './matching.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of wishes, matches and timetables: they travel with those pages. */
addMessages(matching)

/** Every key of matching.ko.json and of ko.json. */
type MatchingMessageKey = MessageKey | Leaves<typeof matching>

export const t: Say<MatchingMessageKey> = (key, values) => sayAny(key, values)
