/**
 * Meilisearch counts exactly only when asked for a numbered page, while we are asked for an offset.
 * The smallest page size whose pages hold the whole stretch, and where in that page it begins.
 */
export function pageAround(
  offset: number,
  limit: number,
): { page: number; hitsPerPage: number; from: number } {
  if (limit === 0) return { page: 1, hitsPerPage: 0, from: 0 }
  let hitsPerPage = limit
  while (Math.floor(offset / hitsPerPage) !== Math.floor((offset + limit - 1) / hitsPerPage)) hitsPerPage++
  return { page: Math.floor(offset / hitsPerPage) + 1, hitsPerPage, from: offset % hitsPerPage }
}
