import { addDays, type Day } from '../../src/platform/day.ts'
import { addYears, type World } from './world.ts'

/** The dates of one certificate. */
export interface Term {
  from: Day | null
  until: Day | null
  cancelledOn?: Day
  returnedOn?: Day
}

/** The certificates of one kind that an enterprise has had, oldest first. */
export type Terms = (world: World, isYoung: boolean) => Term[]

/** No end while the requirements hold: 사회적기업, 협동조합 … */
export const withoutEnd: Terms = ({ random, today, situations }, isYoung) => {
  const from = addDays(today, -random.between(60, isYoung ? 700 : 3600))
  switch (isYoung ? 'active' : situations.withoutEnd.deal()) {
    case 'active':
      return [{ from, until: null }]
    case 'unknown':
      return [{ from: null, until: null }]
    case 'cancelled':
      return [{ from: addDays(from, -900), until: null, cancelledOn: addDays(from, random.between(10, 50)) }]
    case 'returned':
      return [{ from: addDays(from, -400), until: null, returnedOn: addDays(from, random.between(10, 50)) }]
    case 'future':
      return [{ from: addDays(today, random.between(3, 30)), until: null }]
  }
}

/** A number of years from the day it is given, then again: 여성기업, 예비사회적기업 … */
export const forYears =
  (years: number): Terms =>
  ({ random, today, situations }, isYoung) => {
    const ending = (until: Day): Term => ({ from: addDays(addYears(until, -years), 1), until })
    const later = ending(addDays(today, random.between(70, years * 365 - 120)))
    const before = (term: Term): Term => ending(addDays(term.from ?? today, -1))
    switch (isYoung ? 'active' : situations.forSomeYears.deal()) {
      case 'active':
        return [later]
      case 'renewed':
        return [before(later), later]
      case 'renewed twice':
        return [before(before(later)), before(later), later]
      case 'in 5 days':
        return [ending(addDays(today, 5))]
      case 'in 20 days':
        return [ending(addDays(today, 20))]
      case 'in 50 days':
        return [ending(addDays(today, 50))]
      case 'yesterday':
        return [ending(addDays(today, -1))]
      case 'long ago':
        return [ending(addDays(today, -random.between(200, 900)))]
      case 'future':
        return [ending(addYears(addDays(today, random.between(2, 20)), years))]
      case 'cancelled':
        return [{ ...later, cancelledOn: addDays(today, -random.between(5, 60)) }]
      case 'unknown':
        return [{ from: null, until: null }]
    }
  }

/** Once, for some years at most, and not again: 예비사회적기업 지정. */
export const onceForYears =
  (years: number): Terms =>
  (world, isYoung) =>
    forYears(years)(world, isYoung).slice(-1)

/** Until 31 March, every year anew: 중소기업확인서. */
export const untilMarch: Terms = ({ random, today, situations }, isYoung) => {
  const march = nextMarch(today)
  const current = yearEnding(march, 0)
  const before = (years: number) => yearEnding(addYears(march, -years), random.between(0, 60))
  switch (isYoung ? 'active' : situations.untilMarch.deal()) {
    case 'active':
      return [current]
    case 'renewed':
      return [before(1), current]
    case 'renewed twice':
      return [before(2), before(1), current]
    case 'last spring':
      return [before(1)]
  }
}

/** A year’s certificate; some apply for it late. */
function yearEnding(until: Day, daysLate: number): Term {
  return { from: addDays(addYears(until, -1), 1 + daysLate), until }
}

function nextMarch(today: Day): Day {
  const thisYear = `${today.slice(0, 4)}-03-31`
  return today <= thisYear ? thisYear : addYears(thisYear, 1)
}
