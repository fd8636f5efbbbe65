import report from './report.ko.json'
import { addMessages, sayAny, type Leaves, type MessageKey, type Say } from './text.ts'

/** Words of surveys and reports: they travel with those pages. */
addMessages(report)

/** Every key of report.ko.json and of ko.json. */
type ReportMessageKey = MessageKey | Leaves<typeof report>

export const t: Say<ReportMessageKey> = (key, values) => sayAny(key, values)
