/** Once the next frame has been drawn: the hand sees at once that it was felt, and what takes longer follows. */
export const afterPaint = (): Promise<void> =>
  new Promise(resolve => {
    // A page that is not looked at draws no frames.
    if (document.hidden) return resolve()
    requestAnimationFrame(() => setTimeout(resolve))
  })
