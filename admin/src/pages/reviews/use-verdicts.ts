import { computed } from 'vue'
import type { EnumOf } from '../../api/graphql.ts'
import { BeginReview, JudgeItem } from './review.documents.ts'
import type { useReview } from './use-review.ts'

type Verdict = EnumOf<'ReviewVerdict'>

/** Verdicts on the items of one case. */
export function useVerdicts(found: ReturnType<typeof useReview>) {
  const isAllowed = (action: EnumOf<'ReviewAction'>) =>
    found.review.value?.allowedActions.includes(action) ?? false
  /** A case is begun by its first verdict. */
  const mayBegin = computed(() => isAllowed('BEGIN'))
  const mayJudge = computed(() => mayBegin.value || isAllowed('JUDGE'))

  const unjudged = computed(() => found.items.value.filter(({ verdict }) => verdict === null))
  /** What can be met by saying so: the server leaves out what the records deny. */
  const rest = computed(() => unjudged.value.filter(({ allowedVerdicts }) => allowedVerdicts.includes('MET')))

  async function say(number: number, verdict: Verdict, reason: string | null = null): Promise<boolean> {
    if (mayBegin.value && !(await found.change(BeginReview, seen => seen))) return false
    return found.change(JudgeItem, seen => ({ ...seen, number, verdict, reason }))
  }

  /** What has been looked through on this screen and is all in order: a verdict each, as if said one by one. */
  async function meetRest(): Promise<boolean> {
    for (const { number } of rest.value) if (!(await say(number, 'MET'))) return false
    return true
  }

  return {
    mayJudge,
    rest,
    /** Whether nothing is left but what can be met: whatever is denied has to be looked at by itself. */
    isRestClear: computed(() => rest.value.length > 0 && rest.value.length === unjudged.value.length),
    say,
    meetRest,
  }
}
