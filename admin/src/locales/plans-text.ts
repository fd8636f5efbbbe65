import desk from './desk.ko.json'
import plans from './plans.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of institutions and of what they plan to buy: they travel with those pages, and lean on those of the desks. */
addMessages(desk)
addMessages(plans)

/** Every key of plans.ko.json, of desk.ko.json and of ko.json. */
type PlanMessageKey = MessageKey | Leaves<typeof desk> | Leaves<typeof plans>

export const t: Say<PlanMessageKey> = (key, values) => sayAny(key, values)
