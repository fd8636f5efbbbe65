const longest = 200

/**
 * A message of graphql-js without its suggestions and without long pieces of the caller's own text:
 * an answer must not grow with what was sent.
 */
export function shortened(message: string): string {
  const text = message
    .replace(/ ?Did you mean .*\?$/s, '')
    .replaceAll(/"[^"]{40,}"/g, quoted => `"${quoted.slice(1, 31)}…"`)
    .replaceAll(/\S{60,}/g, run => `${run.slice(0, 30)}…`)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
