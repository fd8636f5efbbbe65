import type { SearchDocument } from '../documents.ts'
import type { Fingerprint, SearchRequest, SearchResult, SuggestRequest, Suggestion } from '../engine.ts'
import { EditDistance } from './edit-distance.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { bringToLife, type LiveSegment } from './live-segment.ts'
import type { Pause } from './pause.ts'
import { search } from './search.ts'
import { kill, SegmentBuilder, type Segment } from './segment.ts'
import { suggest } from './suggest.ts'

/** Small segments are merged at once, inside the write; larger ones in the background. */
const MERGED_AT_ONCE = 2_000

/**
 * The index as searches see it: a list of segments, oldest and largest first. A write adds a small
 * segment and marks the older versions of its documents dead. Segments of like size are merged, so
 * that there are never many. Every change takes effect in one step, between two searches.
 */
export class LiveIndex {
  #segments: LiveSegment[] = []
  #isRebuilt = false
  readonly #distance = new EditDistance()
  readonly #pause: Pause
  /** Writes wait for each other. */
  #lastWrite: Promise<unknown> = Promise.resolve()
  /** A large build waits for the one before. */
  #lastBuild: Promise<unknown> = Promise.resolve()
  /** While a large build runs: how many of the segments it reads or replaces, and what was written since it began. */
  #replacing: { count: number; written: Set<string> } | undefined

  constructor(pause: Pause) {
    this.#pause = pause
  }

  get isReady(): boolean {
    return this.#isRebuilt
  }

  get documents(): number {
    return this.#segments.reduce((sum, { segment }) => sum + segment.liveCount, 0)
  }

  search(request: SearchRequest): SearchResult {
    return search(request, this.#segments)
  }

  suggest(request: SuggestRequest): Suggestion[] {
    return suggest(request, this.#segments)
  }

  /** Of the documents that live when this is asked, a piece at a time. */
  fingerprints(): Generator<Fingerprint[]> {
    return fingerprintsOf(this.#segments.map(({ segment }) => segment))
  }

  upsert(documents: readonly SearchDocument[]): Promise<void> {
    return this.#write(async () => {
      const builder = new SegmentBuilder()
      for (const document of documents) builder.add(document)
      const segment = await builder.finish(this.#pause)
      this.#kill(documents.map(document => document.id))
      if (documents.length > 0) this.#segments = [...this.#segments, bringToLife(segment, this.#distance)]
      await this.#mergeSmall()
      this.#mergeLargeInBackground()
    })
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#write(async () => {
      this.#kill(ids)
      this.#mergeLargeInBackground()
    })
  }

  /** Replaces everything by what `fill` puts in; the index of before answers until then. */
  rebuild(fill: (builder: SegmentBuilder) => Promise<void>): Promise<{ documents: number }> {
    return this.#build(async () => {
      await this.#write(async () => this.#beginReplacing())
      const builder = new SegmentBuilder()
      await fill(builder)
      const segment = await builder.finish(this.#pause)
      return this.#write(async () => {
        this.#replaceBy(segment)
        this.#isRebuilt = true
        return { documents: this.documents }
      })
    })
  }

  #kill(ids: readonly string[]): void {
    for (const id of ids) {
      this.#replacing?.written.add(id)
      for (const { segment } of this.#segments) kill(segment, id)
    }
  }

  /**
   * Puts a finished build in the place of the segments it stands for. What was written while it was
   * built lies in the segments behind them, and is newer than what the build knows.
   */
  #replaceBy(segment: Segment): void {
    const { count, written } = this.#replacing ?? { count: 0, written: new Set<string>() }
    for (const id of written) kill(segment, id)
    this.#segments = [bringToLife(segment, this.#distance), ...this.#segments.slice(count)]
  }

  /** While the last segment is not much smaller than the one before it, they become one. */
  async #mergeSmall(): Promise<void> {
    for (;;) {
      const [before, last] = this.#segments.slice(-2)
      const untouchable = this.#replacing?.count ?? 0
      if (before === undefined || last === undefined || this.#segments.length - 2 < untouchable) return
      const size = before.segment.liveCount + last.segment.liveCount
      if (size > MERGED_AT_ONCE || before.segment.liveCount > 4 * last.segment.liveCount) return
      const merged = await this.#merge([before, last])
      this.#segments = [...this.#segments.slice(0, -2), bringToLife(merged, this.#distance)]
    }
  }

  /** Once a tenth of the oldest segment has changed, everything becomes one again. */
  #mergeLargeInBackground(): void {
    if (!this.#isWorthMerging()) return
    void this.#build(async () => {
      const merging = await this.#write(async () => (this.#isWorthMerging() ? this.#beginReplacing() : []))
      if (merging.length === 0) return
      const segment = await this.#merge(merging)
      await this.#write(async () => this.#replaceBy(segment))
    })
  }

  #isWorthMerging(): boolean {
    const [oldest, ...newer] = this.#segments
    if (this.#replacing !== undefined || oldest === undefined) return false
    const dead = oldest.segment.ids.length - oldest.segment.liveCount
    const changed = newer.reduce((sum, { segment }) => sum + segment.ids.length, dead)
    return changed > MERGED_AT_ONCE && changed * 10 > oldest.segment.liveCount
  }

  #beginReplacing(): readonly LiveSegment[] {
    this.#replacing = { count: this.#segments.length, written: new Set() }
    return this.#segments
  }

  async #merge(segments: readonly LiveSegment[]): Promise<Segment> {
    const builder = new SegmentBuilder()
    for (const { segment } of segments) await builder.copy(segment, this.#pause)
    return builder.finish(this.#pause)
  }

  #write<Result>(write: () => Promise<Result>): Promise<Result> {
    const result = this.#lastWrite.then(write)
    this.#lastWrite = result.catch(() => undefined)
    return result
  }

  #build<Result>(build: () => Promise<Result>): Promise<Result> {
    const result = this.#lastBuild.then(build).finally(() => {
      this.#replacing = undefined
    })
    this.#lastBuild = result.catch(() => undefined)
    return result
  }
}
