import { read } from '../ask.ts'
import { change, morningOf, type Desk, type Stage, type Timed } from './desk.ts'
import { enterEvent, rounds, step, takeIn } from './enter.ts'
import { holdMeetings } from './hold.ts'
import { replaceOne, timeRound, type Kept } from './keep-rounds.ts'
import { peopleOf } from './people.ts'
import { wishForEachOther } from './wish.ts'

interface Proposed {
  chosen: number
  mutualUnmet: number
}

interface Played {
  proposed: Proposed
  rounds: Kept[]
  figures: Map<string, number>
}

/**
 * 서울 2021 once more and from the beginning, all of it through the API: entered, applied for, wished, proposed, timed
 * and published in three rounds, one cancellation with somebody in its stead in each, held, and counted in the report.
 */
export async function playWholeEvent(stage: Stage, timed: Timed, seconds: number): Promise<Played> {
  const desk = await morningOf(stage, '2021-05-03')
  const people = await peopleOf(desk)
  const event = await timed('entered', () => enterEvent(desk))
  await timed('256 applied, were chosen and told', () => takeIn(desk, event, people))
  await timed('576 pairs wished for each other', () => wishForEachOther(desk, event.id, people))
  const proposed = await timed('matches proposed', () =>
    change<Proposed>(desk, `proposeMatches(event: "${event.id}")`, '{ chosen mutualUnmet }'),
  )
  const kept: Kept[] = []
  for (const [number, { days, eve, last }] of rounds.entries()) {
    const name = `round ${number + 1}`
    const before = await morningOf(stage, eve)
    const published = await timed(`${name} timed and published`, () =>
      timeRound(before, event.rounds[number]?.id ?? '', seconds),
    )
    kept.push(await timed(`${name} replanned and published`, () => replaceOne(before, published)))
    const after = await morningOf(stage, last)
    await timed(`${name} held and written down`, () => holdMeetings(after, event.id, days))
  }
  const over = await morningOf(stage, '2021-11-01')
  await step(over, event.id, 'FINISH')
  const figures = await timed('report', () => figuresOf(over, event.id))
  return { proposed, rounds: kept, figures }
}

async function figuresOf({ app, token }: Desk, event: string): Promise<Map<string, number>> {
  const { eventReport } = await read<{ eventReport: { figures: { key: string; value: number }[] } }>(
    app,
    `{ eventReport(eventId: "${event}") { figures { key value } } }`,
    { token },
  )
  return new Map(eventReport.figures.map(({ key, value }) => [key, value]))
}
