/** How the arguments are described that most steps of a case share. */
export const which = { description: '심사. Which case.' }
export const seen = {
  description: '본 판. `version` as it was read; CONFLICT with `changes` when somebody was faster.',
}
export const item = { description: '항목 번호. Which item.' }
export const why = { description: '이유. At least 10 characters; kept in the ledger.' }
