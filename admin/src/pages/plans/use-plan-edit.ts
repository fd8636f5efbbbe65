import { useMutation } from '@urql/vue'
import { computed, ref, type Ref } from 'vue'
import { readFragment, type EnumOf, type ResultOf } from '../../api/graphql.ts'
import { saveFailure } from '../../desk/save-failure.ts'
import { useDraft } from '../../drafts.ts'
import { t } from '../../locales/plans-text.ts'
import { say } from '../../shell/toasts.ts'
import { thousandsOf, wonOf } from './plan-words.ts'
import { ChangePlan, PlanRow } from './plans.documents.ts'

export type Plan = ResultOf<typeof PlanRow>
export type EditField = 'item' | 'won' | 'month' | 'budgetLine' | 'visibility'

const storedIn = (plan: Plan | undefined, field: EditField): string => {
  if (!plan) return ''
  return {
    item: plan.item,
    won: thousandsOf(plan.won),
    month: plan.month?.toString() ?? '',
    budgetLine: plan.budgetLine ?? '',
    visibility: plan.visibility,
  }[field]
}

const isVisibility = (text: string): text is EnumOf<'PlanVisibility'> =>
  ['PUBLIC', 'PARTICIPANTS', 'CENTER', 'DEPARTMENT'].includes(text)

/** One row being edited in its place; what is typed is a draft until the server has taken it. */
export function usePlanEdit(
  rows: Ref<readonly Plan[]>,
  again: () => unknown,
  /** What a saved row said before, so that it can be taken back. */
  saved: (before: Plan, version: number | undefined) => void,
) {
  const id = ref<string>()
  const failure = ref<string>()
  const plan = computed(() => rows.value.find(row => row.id === id.value))
  const { executeMutation, fetching } = useMutation(ChangePlan)
  const draftOf = (field: EditField) =>
    useDraft(
      () => `plan ${id.value ?? ''} ${field}`,
      () => storedIn(plan.value, field),
    )
  const drafts = {
    item: draftOf('item'),
    won: draftOf('won'),
    month: draftOf('month'),
    budgetLine: draftOf('budgetLine'),
    visibility: draftOf('visibility'),
  }
  const textOf = (field: EditField) => drafts[field].text.value
  const amount = computed(() => wonOf(textOf('won')))

  function begin(row: Plan) {
    if (!row.allowedActions.includes('CHANGE')) return
    failure.value = undefined
    id.value = row.id
  }
  function end() {
    for (const draft of Object.values(drafts)) draft.drop()
    id.value = undefined
    failure.value = undefined
  }

  async function save() {
    const won = amount.value
    const visibility = textOf('visibility')
    if (!plan.value || fetching.value || won === 'unreadable' || textOf('item').trim() === '') return
    const { error, data } = await executeMutation({
      id: plan.value.id,
      expectedVersion: plan.value.version,
      changes: {
        ...{ item: textOf('item'), won, budgetLine: textOf('budgetLine').trim() || null },
        month: textOf('month') === '' ? null : Number(textOf('month')),
        ...(isVisibility(visibility) && { visibility }),
      },
    })
    if (!error) {
      saved(plan.value, readFragment(PlanRow, data?.changePlannedPurchase)?.version)
      end()
      say(t('plans.saved'))
      return again()
    }
    failure.value = saveFailure(error)
    // What somebody else has saved meanwhile is read; what was typed stays in the row.
    if (error.graphQLErrors[0]?.extensions['code'] === 'CONFLICT') await again()
  }
  const type = (field: EditField, text: string) => drafts[field].type(text)
  return { id, failure, amount, textOf, type, begin, end, save }
}
