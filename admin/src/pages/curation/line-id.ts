/** What the line of a row is found by, to bring it into view. */
export const lineId = ({ id }: { id: string }): string => `line-${id}`
