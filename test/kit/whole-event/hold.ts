import { randomUUID } from 'node:crypto'
import { read } from '../ask.ts'
import { change, together, type Desk } from './desk.ts'

/** 상담 진행 — of every meeting of these days that is still on, staff write down what came of it. */
export async function holdMeetings(desk: Desk, event: string, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const planned = (await meetingsOn(desk, event, day)).filter(({ state }) => state === 'PLANNED')
    await together(planned, ({ id }, number) =>
      change(
        desk,
        `recordOutcome(entryKey: "${randomUUID()}", meetingId: "${id}",
           outcome: { result: QUOTATION, item: "사무용품", won: ${(number + 1) * 100_000} })`,
        '{ id }',
      ),
    )
  }
}

async function meetingsOn({ app, token }: Desk, event: string, day: string) {
  const { dayBoard } = await read<{ dayBoard: { meetings: { id: string; state: string }[] } }>(
    app,
    `{ dayBoard(eventId: "${event}", date: "${day}") { meetings { id state } } }`,
    { token },
  )
  return dayBoard.meetings
}
