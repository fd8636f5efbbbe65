import meetings from './meetings.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of the day of an event and of what comes of it: they travel with those pages. */
addMessages(meetings)

/** Every key of meetings.ko.json and of ko.json. */
type MeetingMessageKey = MessageKey | Leaves<typeof meetings>

export const t: Say<MeetingMessageKey> = (key, values) => sayAny(key, values)
