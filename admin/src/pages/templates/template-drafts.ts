/** Under which name what is typed into a template is kept until it is stored. */
export const draftsOf = (kind: string) => `notice-template ${kind} `
