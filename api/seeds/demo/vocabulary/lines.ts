import type { Line } from './line.ts'
import { careLines } from './lines-care.ts'
import { foodLines } from './lines-food.ts'
import { knowledgeLines } from './lines-knowledge.ts'
import { makingLines } from './lines-making.ts'
import { officeLines } from './lines-office.ts'

/** Every line of business the demo knows; enterprises are dealt to them in turn. */
export const lines: readonly Line[] = [
  ...officeLines,
  ...careLines,
  ...foodLines,
  ...knowledgeLines,
  ...makingLines,
]
