/** What is printed of a timetable. */
export const sheets = ['party', 'place', 'whole'] as const
export type Sheets = (typeof sheets)[number]
