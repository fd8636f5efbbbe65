import { useMutation } from '@urql/vue'
import { computed, ref, type Ref } from 'vue'
import { saveFailure } from '../../desk/save-failure.ts'
import { t } from '../../locales/plans-text.ts'
import { say } from '../../shell/toasts.ts'
import { useKeys } from '../../ui/keys.ts'
import { ChangePlan, SetVisibility, WithdrawPlan, RestorePlan } from './plans.documents.ts'
import type { Plan } from './use-plan-edit.ts'

/** One act and the rows as they were before it, but for their version: that is what the act has made it. */
interface Act {
  kind: 'changed' | 'shown' | 'withdrawn' | 'restored'
  before: readonly Plan[]
}

const most = 50

/** Ctrl+Z — takes back what was saved on this page, the last act first; what somebody changed since is left alone. */
export function usePlanUndo(rows: Ref<readonly Plan[]>, again: () => unknown) {
  const acts = ref<Act[]>([])
  const isBusy = ref(false)
  const { executeMutation: change } = useMutation(ChangePlan)
  const { executeMutation: show } = useMutation(SetVisibility)
  const { executeMutation: withdraw } = useMutation(WithdrawPlan)
  const { executeMutation: restore } = useMutation(RestorePlan)

  const did = (kind: Act['kind'], before: readonly Plan[], made?: number) => {
    const rowsBefore = before.map(row => ({ ...row, version: made ?? row.version }))
    acts.value = [...acts.value, { kind, before: rowsBefore }].slice(-most)
  }

  /** A row that the list does not show any more, being withdrawn, say, is as the act has left it. */
  const now = ({ id, version }: Plan) => ({
    id,
    expectedVersion: rows.value.find(row => row.id === id)?.version ?? version,
  })

  /** The first refusal, if there is one. */
  async function takeBack({ kind, before }: Act) {
    for (const row of before) {
      const { item, won, month, budgetLine, visibility } = row
      const changes = { item, won, month, budgetLine, visibility }
      const answer =
        kind === 'changed'
          ? await change({ ...now(row), changes })
          : kind === 'shown'
            ? await show({ ids: [row.id], visibility })
            : kind === 'withdrawn'
              ? await restore(now(row))
              : await withdraw(now(row))
      if (answer.error) return answer.error
    }
    return undefined
  }

  async function undo() {
    const act = acts.value.at(-1)
    if (!act || isBusy.value) return
    isBusy.value = true
    const refused = await takeBack(act)
    isBusy.value = false
    acts.value = acts.value.slice(0, -1)
    if (refused) say(saveFailure(refused), { tone: 'bad' })
    else
      say(
        t('plans.takenBack', {
          item: act.before
            .map(({ item }) => item)
            .join(', ')
            .slice(0, 60),
        }),
      )
    await again()
  }

  useKeys({
    // In a field it is the browser's own, for what is being typed.
    'Ctrl+KeyZ': ({ target }) =>
      target instanceof HTMLInputElement && target.type !== 'checkbox' ? false : void undo(),
  })
  return { did, undo, isBusy, canUndo: computed(() => acts.value.length > 0) }
}
