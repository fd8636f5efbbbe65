import type { Instance, Meeting, Session } from './instance.ts'

/** A file that is not what it should be; the message says what, for a person. */
export class WrongFile extends Error {}

const sessions: readonly Session[] = ['morning', 'afternoon', 'any']

/**
 * Reads MiniZinc data as the B2BSP collection writes it. `meetingsxBusiness` (whose numbers are one too
 * high, with 1 as a dummy) and `nMeetingsBusiness` repeat what `requested` says; the latter is compared.
 */
export function readDzn(text: string): Instance {
  const values = assignments(text)
  const whole = (name: string, least: number) => wholeNumber(name, valueOf(values, name), least)
  const participants = whole('nBusiness', 0)
  const slots = whole('nTotalSlots', 0)
  const count = whole('nMeetings', 0)
  const sizes = { participants, slots, count }
  const instance: Instance = {
    participants,
    slots,
    morningSlots: Math.min(whole('nMorningSlots', 0), slots),
    tables: whole('nTables', 0),
    meetings: readMeetings(values, sizes),
    away: readAway(values, sizes),
  }
  compareCounts(values, instance)
  return instance
}

interface Sizes {
  participants: number
  slots: number
  count: number
}

function assignments(text: string): Map<string, string> {
  const bare = text.replaceAll(/%[^\n]*/g, '')
  const values = new Map<string, string>()
  for (const [, name = '', value = ''] of bare.matchAll(/(\w+)\s*=\s*([^;]*);/g)) {
    if (values.has(name)) throw new WrongFile(`"${name}" is given twice.`)
    values.set(name, value.trim())
  }
  return values
}

function valueOf(values: Map<string, string>, name: string): string {
  const value = values.get(name)
  if (value === undefined) throw new WrongFile(`"${name}" is missing: is this a B2BSP file (.dzn)?`)
  return value
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least)) throw new WrongFile(`"${name}" is "${text.slice(0, 40)}", not a whole number.`)
  return number
}

function readMeetings(values: Map<string, string>, { participants, slots, count }: Sizes): Meeting[] {
  const requested = numbersIn('requested', valueOf(values, 'requested'))
  const fixed = values.has('fixed') ? numbersIn('fixed', valueOf(values, 'fixed')) : filled(count, 0)
  const before = values.has('precedences') ? setsIn('precedences', values) : filled<number[]>(count, [])
  expectLength('requested', requested.length, 3 * count)
  expectLength('fixed', fixed.length, count)
  expectLength('precedences', before.length, count)
  return Array.from({ length: count }, (_, meeting) => {
    const [first = 0, second = 0, code = 0] = requested.slice(3 * meeting, 3 * meeting + 3)
    const where = `meeting ${meeting + 1}`
    expectWithin(where, 'participant', first, participants)
    expectWithin(where, 'participant', second, participants)
    if (first === second) throw new WrongFile(`${where}: participant ${first} cannot meet themselves.`)
    const session = sessions[code - 1]
    if (session === undefined) throw new WrongFile(`${where}: session ${code} is none of 1, 2 and 3.`)
    const slot = fixed[meeting] ?? 0
    if (slot !== 0) expectWithin(where, 'fixed slot', slot, slots)
    const after = (before[meeting] ?? []).filter(number => number !== 0)
    for (const earlier of after) expectWithin(where, 'preceding meeting', earlier, count)
    return {
      between: [first - 1, second - 1],
      session,
      fixed: slot === 0 ? null : slot - 1,
      after: after.map(earlier => earlier - 1),
    }
  })
}

function readAway(values: Map<string, string>, { participants, slots }: Sizes): ReadonlySet<number>[] {
  const lists = values.has('forbidden') ? setsIn('forbidden', values) : filled<number[]>(participants, [])
  expectLength('forbidden', lists.length, participants)
  return lists.map((list, participant) => {
    // 0 stands for "none" beside real slots as well.
    const away = list.filter(slot => slot !== 0)
    for (const slot of away) expectWithin(`participant ${participant + 1}`, 'forbidden slot', slot, slots)
    return new Set(away.map(slot => slot - 1))
  })
}

function compareCounts(values: Map<string, string>, { participants, meetings }: Instance): void {
  if (!values.has('nMeetingsBusiness')) return
  const stated = numbersIn('nMeetingsBusiness', valueOf(values, 'nMeetingsBusiness'))
  expectLength('nMeetingsBusiness', stated.length, participants)
  const counted = filled(participants, 0)
  for (const { between } of meetings) for (const one of between) counted[one] = (counted[one] ?? 0) + 1
  const wrong = counted.findIndex((count, participant) => count !== stated[participant])
  if (wrong !== -1)
    throw new WrongFile(
      `"nMeetingsBusiness" says ${stated[wrong]} meetings for participant ${wrong + 1}, "requested" has ${counted[wrong]}.`,
    )
}

function numbersIn(name: string, text: string): number[] {
  const strange = /[^\d\s,|[\]]/.exec(text)
  if (strange) throw new WrongFile(`"${name}" has "${strange[0]}" where only numbers belong.`)
  return Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits))
}

function setsIn(name: string, values: Map<string, string>): number[][] {
  const text = valueOf(values, name)
  const strange = /[^\d\s,{}.[\]]/.exec(text)
  if (strange) throw new WrongFile(`"${name}" has "${strange[0]}" where only sets of numbers belong.`)
  return Array.from(text.matchAll(/\{([^}]*)\}|(\d+)\s*\.\.\s*(\d+)/g), ([, inner, from, to]) =>
    inner === undefined ? range(Number(from), Number(to)) : numbersIn(name, inner),
  )
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)

const filled = <Value>(length: number, value: Value): Value[] => Array.from({ length }, () => value)

function expectLength(name: string, length: number, expected: number): void {
  if (length !== expected) throw new WrongFile(`"${name}" has ${length} entries, not ${expected}.`)
}

function expectWithin(where: string, what: string, number: number, most: number): void {
  if (number < 1 || number > most)
    throw new WrongFile(`${where}: ${what} ${number} is not between 1 and ${most}.`)
}
