import { computed, reactive, watchEffect } from 'vue'
import { keep, kept } from '../device-storage.ts'

/** How the reader wants to see the site: contrast and size of text, kept in this browser. */
export const modes = ['light', 'high-contrast', 'theme'] as const
export type Mode = (typeof modes)[number]

/** KRDS 글자 크기: the five steps of its resize component. */
const zooms = { small: 0.9, medium: 1, large: 1.1, xlarge: 1.3, xxlarge: 1.5 } as const
export type Zoom = keyof typeof zooms
export const zoomNames: readonly Zoom[] = ['small', 'medium', 'large', 'xlarge', 'xxlarge']

const key = 'panro.display'

export const display = reactive<{ mode: Mode; zoom: Zoom }>({ mode: 'light', zoom: 'medium' })

/** Puts the kept choice on the page and follows every change of it, of the system's own too. */
export function followDisplay() {
  Object.assign(display, chosen())
  const system = matchMedia('(prefers-color-scheme: dark)')
  const wished = reactive({ isDark: system.matches })
  system.addEventListener('change', ({ matches }) => (wished.isDark = matches))
  const shown = computed(() => {
    if (display.mode !== 'theme') return display.mode
    return wished.isDark ? 'high-contrast' : 'light'
  })
  watchEffect(() => {
    document.documentElement.dataset['krdsMode'] = shown.value
    document.documentElement.style.setProperty('--p-zoom', String(zooms[display.zoom]))
    keepDisplay()
  })
}

/** Again after a sign-out, which clears all that the browser keeps: how one sees the site is nobody's secret. */
export const keepDisplay = () => keep(key, `${display.mode} ${display.zoom}`)

function chosen(): { mode?: Mode; zoom?: Zoom } {
  const [mode, zoom] = kept(key)?.split(' ') ?? []
  const knownMode = modes.find(known => known === mode)
  const knownZoom = zoomNames.find(known => known === zoom)
  return { ...(knownMode && { mode: knownMode }), ...(knownZoom && { zoom: knownZoom }) }
}
