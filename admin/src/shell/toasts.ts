import { ref } from 'vue'

export interface Toast {
  id: number
  text: string
  tone: 'good' | 'bad'
  /** Offered for as long as the toast is there. */
  undo?: { label: string; act: () => void }
}

const shortMs = 6_000
/** Time enough to read, find the button and press it (KWCAG 6.2.1). */
const undoMs = 12_000

export const toasts = ref<Toast[]>([])
let last = 0

/** Says that something has been done. A failure stays until it is closed. */
export function say(text: string, options: Partial<Pick<Toast, 'tone' | 'undo'>> = {}): void {
  const toast: Toast = { id: ++last, text, tone: 'good', ...options }
  toasts.value = [...toasts.value.slice(-2), toast]
  if (toast.tone === 'good') setTimeout(() => dismiss(toast.id), toast.undo ? undoMs : shortMs)
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter(toast => toast.id !== id)
}
