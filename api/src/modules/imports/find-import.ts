import { LockMode } from '@mikro-orm/core'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { aboutOf, formats, isImportKind } from './formats.ts'
import { ImportRun } from './import-run.entity.ts'
import { reasonAgainst, type ImportFacts, type ImportStep } from './import.states.ts'
import { missingTargets } from './inspect.ts'

/** A run of the actor's own centre, locked until the transaction ends; another's and one that never was look the same. */
export const findImport = (ctx: Context, id: string): Promise<ImportRun> =>
  ctx.em.findOneOrFail(
    ImportRun,
    { id, centerId: ctx.actor.centerId ?? null },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      failHandler: () => new Refusal('NOT_FOUND', 'There is no such import.', 'id'),
    },
  )

type RunFacts = Pick<ImportRun, 'kind' | 'state' | 'header' | 'lines' | 'expiresAt' | 'undoesId'>

export function factsOf(
  { kind, state, header, lines, expiresAt, undoesId }: RunFacts,
  now: Date,
): ImportFacts {
  const { created = 0, changed = 0, ended = 0, gone = 0, unmatched = 0 } = lines
  const isOfEvent = isImportKind(kind) && aboutOf(kind) === 'event'
  return {
    state,
    missing: isImportKind(kind) ? missingTargets(kind, header ?? null) : [],
    isTable: isImportKind(kind) && formats[kind].shape === 'table',
    // Of participants, a row is taken in even where a wish of it is still open.
    effects: created + changed + ended + gone + (isOfEvent ? unmatched : 0),
    isOfEvent,
    isExpired: expiresAt != null && expiresAt <= now,
    isUndoing: undoesId != null,
  }
}

/** Refuses a step that does not start here. */
export function requireStep(ctx: Context, run: ImportRun, step: ImportStep): void {
  const reason = reasonAgainst(step, factsOf(run, ctx.now))
  if (reason !== null) throw new Refusal('WRONG_STATE', reason, 'id')
}
