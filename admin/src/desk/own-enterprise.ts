import { ref } from 'vue'

/** Which of their enterprises a person of several is working for; the same on every page, until they leave. */
const chosen = ref('')

interface Own {
  enterprise: { id: string }
}

export const chooseOwn = (enterpriseId: string): void => void (chosen.value = enterpriseId)

/** The one chosen, or the first. */
export const ownOf = <Desk extends Own>(desks: readonly Desk[] | undefined): Desk | undefined =>
  desks?.find(({ enterprise }) => enterprise.id === chosen.value) ?? desks?.[0]
