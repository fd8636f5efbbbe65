import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'
import people from './people.ko.json'

/** Words of accounts, joining, notices and the settings of a centre: they travel with those pages. */
addMessages(people)

/** Every key of people.ko.json and of ko.json. */
type PeopleMessageKey = MessageKey | Leaves<typeof people>

export const t: Say<PeopleMessageKey> = (key, values) => sayAny(key, values)
