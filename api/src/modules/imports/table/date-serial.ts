import { addDays, type Day } from '../../../platform/day.ts'

/** 29 February 1900, which never was: Excel counts it, so the serials up to it are a day off and not trusted. */
const falseLeapDay = 60
/** 9999-12-31, the last day a workbook can hold. */
const lastSerial = 2_958_465
/** Days between the two beginnings that workbooks count from. */
const from1900To1904 = 1462

/** The day of a date serial, by counting days; null when it stands for none. The time of day is dropped. */
export function dayOfSerial(digits: string, isFrom1904 = false): Day | null {
  const serial = Math.floor(Number(digits)) + (isFrom1904 ? from1900To1904 : 0)
  if (!(serial > falseLeapDay && serial <= lastSerial)) return null
  return addDays('1899-12-30', serial)
}
