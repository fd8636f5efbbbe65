import desk from './desk.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of the desks of staff and enterprises: they travel with those pages, not with the buyers' first page. */
addMessages(desk)

/** Every key of desk.ko.json and of ko.json. */
type DeskMessageKey = MessageKey | Leaves<typeof desk>

export const t: Say<DeskMessageKey> = (key, values) => sayAny(key, values)
