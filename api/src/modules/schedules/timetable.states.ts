//   solving ──(found)──▶ draft ──publish──▶ published ──(another is)──▶ superseded
//      ├──(none, cut off)──▶ failed
//      └──discard──▶ discarded ◀──discard── draft, failed
export const timetableStates = ['solving', 'draft', 'published', 'superseded', 'discarded', 'failed'] as const
export type TimetableState = (typeof timetableStates)[number]

/** What staff do with a timetable; what is published never changes in its place. */
export const timetableSteps = {
  stop: ['solving'],
  edit: ['draft'],
  publish: ['draft'],
  discard: ['solving', 'draft', 'failed'],
  replan: ['draft', 'published'],
} as const satisfies Record<string, readonly TimetableState[]>
export type TimetableStep = keyof typeof timetableSteps

export const stepsOf = (state: TimetableState): TimetableStep[] =>
  Object.entries(timetableSteps).flatMap(([step, from]) =>
    from.some(one => one === state) && isStep(step) ? [step] : [],
  )

const isStep = (step: string): step is TimetableStep => step in timetableSteps
