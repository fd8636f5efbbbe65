const modern = 'application/graphql-response+json'
const legacy = 'application/json'

/**
 * Which of the two JSON media types of GraphQL over HTTP a caller names, the better liked one first;
 * null when it names neither: no header at all, or `*` for both parts.
 */
export function namedMediaType(accept: string | undefined): typeof modern | typeof legacy | null {
  let best: { type: typeof modern | typeof legacy; quality: number } | null = null
  for (const entry of (accept ?? '').split(',')) {
    const [type, ...parameters] = entry.split(';').map(part => part.trim().toLowerCase())
    if (type !== modern && type !== legacy) continue
    const quality = qualityOf(parameters)
    if (quality > (best?.quality ?? 0)) best = { type, quality }
  }
  return best?.type ?? null
}

/** The content type of an answer to a caller who accepts this. */
export const answerType = (accept: string | undefined): string =>
  `${namedMediaType(accept) ?? legacy}; charset=utf-8`

function qualityOf(parameters: string[]): number {
  const given = parameters.find(parameter => parameter.startsWith('q='))
  return given === undefined ? 1 : Number(given.slice(2)) || 0
}
