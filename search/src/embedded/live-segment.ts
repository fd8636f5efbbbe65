import type { EditDistance } from './edit-distance.ts'
import { Matcher } from './matcher.ts'
import type { Segment } from './segment.ts'
import { SegmentFacets } from './segment-facets.ts'

/** A segment with what a search needs at hand. */
export interface LiveSegment {
  segment: Segment
  matcher: Matcher
  facets: SegmentFacets
}

export function bringToLife(segment: Segment, distance: EditDistance): LiveSegment {
  return { segment, matcher: new Matcher(segment, distance), facets: new SegmentFacets(segment.columns) }
}
