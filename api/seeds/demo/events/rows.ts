type Rows = object[]

const none = (): Rows => []

/** What the source events consist of, by table, in the order in which the tables refer to each other. */
export const emptyEventRows = () => ({
  institution: none(),
  institution_succession: none(),
  department: none(),
  officer: none(),
  planned_purchase: none(),
  event_series: none(),
  event: none(),
  event_round: none(),
  event_day: none(),
  event_slot: none(),
  programme_item: none(),
  event_quota: none(),
  participant_group: none(),
  event_place: none(),
  participation: none(),
  participation_round: none(),
  participation_officer: none(),
  wish: none(),
  match: none(),
  timetable_run: none(),
  timetable_place: none(),
  meeting: none(),
  meeting_seat: none(),
  check_in: none(),
  outcome: none(),
  follow_up: none(),
  survey: none(),
  question: none(),
  response: none(),
  answer: none(),
  claimed_figure: none(),
})
export type EventRows = ReturnType<typeof emptyEventRows>
