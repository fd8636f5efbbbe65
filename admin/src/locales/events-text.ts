import events from './events.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of events: they travel with those pages. */
addMessages(events)

/** Every key of events.ko.json and of ko.json. */
type EventMessageKey = MessageKey | Leaves<typeof events>

export const t: Say<EventMessageKey> = (key, values) => sayAny(key, values)
