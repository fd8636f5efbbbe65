/** A list of certificates of as many enterprises, each with two lines' worth to create: itself and its certificate. */
export function longList(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, i) => `${businessNumber(i)},온누리 ${i}호점,여성기업,2025-01-01,2027-12-31,유지`,
  )
  return Buffer.from(`bizno,name,kind,validFrom,validUntil,status\n${lines.join('\n')}\n`)
}

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]

/** With the right check digit. */
function businessNumber(serial: number): string {
  const nine = String(100_000_000 + serial)
  const digits = [...nine].map(Number)
  const sum =
    digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0) +
    Math.floor(((digits[8] ?? 0) * 5) / 10)
  return `${nine}${(10 - (sum % 10)) % 10}`
}
