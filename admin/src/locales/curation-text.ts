import curation from './curation.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of choosing who takes part: they travel with those pages. */
addMessages(curation)

/** Every key of curation.ko.json and of ko.json. */
type CurationMessageKey = MessageKey | Leaves<typeof curation>

export const t: Say<CurationMessageKey> = (key, values) => sayAny(key, values)
