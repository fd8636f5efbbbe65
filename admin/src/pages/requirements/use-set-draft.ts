import type { CombinedError } from '@urql/core'
import { useMutation } from '@urql/vue'
import { computed, ref } from 'vue'
import { saveFailure } from '../../desk/save-failure.ts'
import { t } from '../../locales/desk-text.ts'
import { moment } from '../../parts/format/moment.ts'
import { useDraft } from '../../drafts.ts'
import { refusalText } from './requirement-words.ts'
import { ChangeRequirementSet } from './requirements.documents.ts'
import { formOf, inputOf, notNumbers, type SetData, type SetForm } from './set-form.ts'

export type SetDraft = ReturnType<typeof useSetDraft>

/** A draft version on its form: typed text outlives whatever happens to the save, and says what it is based on. */
export function useSetDraft(set: () => SetData, again: () => void) {
  const draft = useDraft(
    () => `requirement-set ${set().id}`,
    () => JSON.stringify(formOf(set())),
  )
  const form = computed<SetForm>(() => JSON.parse(draft.text.value))
  const { executeMutation } = useMutation(ChangeRequirementSet)

  const isSaving = ref(false)
  const failure = ref<string>()
  /** Why a field was not taken, by its path in the input. */
  const errors = ref<ReadonlyMap<string, string>>(new Map())
  /** Somebody was faster: who and when. */
  const overtaken = ref<string>()

  const change = (patch: Partial<SetForm>) => draft.type(JSON.stringify({ ...form.value, ...patch }))

  async function save(): Promise<boolean> {
    if (isSaving.value) return false
    errors.value = new Map(notNumbers(form.value).map(path => [path, refusalText(path)]))
    failure.value = errors.value.size > 0 ? t('requirements.fieldsWrong') : undefined
    if (failure.value !== undefined) return false
    isSaving.value = true
    const sent = draft.text.value
    const { basedOn } = form.value
    const { data, error } = await executeMutation({
      id: set().id,
      input: inputOf(form.value),
      expectedVersion: basedOn,
    })
    isSaving.value = false
    if (error) return refused(error)
    overtaken.value = undefined
    draft.arrived(sent)
    // What was typed meanwhile is based on what has just been stored.
    if (data && draft.isUnsaved.value) change({ basedOn: data.changeRequirementSet.version })
    return true
  }

  function refused(error: CombinedError): false {
    const { code, field, by, at } = error.graphQLErrors[0]?.extensions ?? {}
    if (code === 'CONFLICT') {
      overtaken.value = t('requirements.overtaken', {
        name: typeof by === 'string' ? by : t('requirements.somebody'),
        at: typeof at === 'string' ? moment(at) : '',
      })
      again()
      return false
    }
    if (code === 'BAD_USER_INPUT' && typeof field === 'string') {
      const path = field.startsWith('input.') ? field : `input.${field}`
      errors.value = new Map([[path, refusalText(path)]])
      failure.value = t('requirements.fieldsWrong')
    } else failure.value = saveFailure(error)
    return false
  }

  function takeTheirs() {
    draft.drop()
    overtaken.value = undefined
  }

  /** Over what somebody else has stored, which has been shown. */
  function keepMine() {
    change({ basedOn: set().version })
    overtaken.value = undefined
    return save()
  }

  return {
    form,
    change,
    save,
    isSaving,
    failure,
    errors,
    overtaken,
    takeTheirs,
    keepMine,
    isUnsaved: draft.isUnsaved,
    drop: draft.drop,
  }
}
