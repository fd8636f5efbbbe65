import type { CDPSession, Page } from 'playwright-core'

/** Types as a Korean keyboard does, through the protocol behind the browser's own input methods. */
export class HangulKeyboard {
  private readonly session: CDPSession
  private readonly pause: number

  private constructor(session: CDPSession, pause: number) {
    this.session = session
    this.pause = pause
  }

  static async on(page: Page, pause: number): Promise<HangulKeyboard> {
    return new HangulKeyboard(await page.context().newCDPSession(page), pause)
  }

  /** Every syllable passes through the states a person sees: ㅅ, 쇄. */
  async type(word: string) {
    for (const syllable of word) {
      for (const state of statesOf(syllable)) await this.compose(state)
      await this.commit(syllable)
    }
  }

  /** As `type`, but leaves the last syllable uncommitted. */
  async typeUnfinished(word: string) {
    await this.type(word.slice(0, -1))
    for (const state of statesOf(word.slice(-1))) await this.compose(state)
  }

  /** A key that the input method takes for itself while it composes: its code is 229. */
  async keyDuringComposition(key: string) {
    await this.session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    })
  }

  async compose(state: string) {
    await this.keyDuringComposition('Process')
    await this.session.send('Input.imeSetComposition', {
      text: state,
      selectionStart: state.length,
      selectionEnd: state.length,
    })
    await new Promise(resume => setTimeout(resume, this.pause))
  }

  async commit(syllable: string) {
    await this.session.send('Input.insertText', { text: syllable })
  }
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

function statesOf(syllable: string): string[] {
  const code = syllable.charCodeAt(0) - 0xac00
  if (code < 0 || code > 11_171) return [syllable]
  const initial = initials.charAt(Math.floor(code / 588))
  const open = String.fromCharCode(0xac00 + code - (code % 28))
  return [...new Set([initial, open, syllable])]
}
