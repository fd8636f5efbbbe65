let takeBack: (() => void) | undefined

/** U takes back the last decision from the next case, too: whoever decides by keyboard notices a slip there. */
export const rememberDecision = (back: () => Promise<void>): void => {
  takeBack = () => void back()
}

export function takeBackLast(): void {
  takeBack?.()
  takeBack = undefined
}
