import { cell32 } from './cells.ts'
/** Which members belong to which group, laid end to end: the members of group g are `members[starts[g]..starts[g + 1]]`. */
export interface Groups {
  starts: Uint32Array
  members: Uint32Array
}

/** Sorts pairs into groups, keeping the order of the pairs within each. */
export function groupPairs(groupCount: number, groupOf: Uint32Array, members: Uint32Array): Groups {
  const starts = new Uint32Array(groupCount + 1)
  for (const group of groupOf) starts[group + 1] = cell32(starts, group + 1) + 1
  for (let group = 0; group < groupCount; group++)
    starts[group + 1] = cell32(starts, group + 1) + cell32(starts, group)

  const next = starts.slice()
  const sorted = new Uint32Array(members.length)
  for (let pair = 0; pair < members.length; pair++) {
    const group = cell32(groupOf, pair)
    const place = cell32(next, group)
    next[group] = place + 1
    sorted[place] = cell32(members, pair)
  }
  return { starts, members: sorted }
}

/** The members of one group, without a copy. */
export function membersOf(groups: Groups, group: number): Uint32Array {
  return groups.members.subarray(groups.starts[group], groups.starts[group + 1])
}
