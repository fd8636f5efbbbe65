import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'

/** Debian's Chromium, unless told another one: nothing is downloaded. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** On CI a browser has to be there; elsewhere its absence is said, and the tests are passed over. */
const isSkipped = !existsSync(program) && process.env['CI'] !== 'true'
const skipNote = `skipped: no Chromium at ${program}; install it or set CHROMIUM`

export interface World {
  app: TestApp
  /** Opens a path in a window of its own and waits until what it asks for has come. */
  open(path: string, options?: Opening): Promise<Page>
  /**
   * Goes there in the one window of a session, which stays open from test to test: a fifth of the work of a new one.
   * For looking only; what a test does to the page or its storage, the next would find.
   */
  visit(path: string, token: string): Promise<Page>
}

export interface Opening {
  width?: number
  /** 화면 모드 and 글자 크기, as the reader has chosen them. */
  display?: string
  /** Of whoever is signed in already; without it the page is a visitor's. */
  token?: string
  /** Answers of the browser that are part of the story, e.g. a lost connection. */
  expectedErrors?: RegExp
}

/** A group of tests with the whole application and a browser; a page that complains on its console fails its test. */
export function inBrowser(
  name: string,
  body: (world: World) => void,
  options: Parameters<typeof startApp>[0] = {},
) {
  if (isSkipped) console.warn(`${name}: ${skipNote}`)
  describe.skipIf(isSkipped)(name, () => {
    let browser: Browser
    let complaints: string[] = []
    const world: World = {
      get app() {
        return app
      },
      async open(path, { width = 1280, display = 'light medium', token, expectedErrors }: Opening = {}) {
        const context = await browser.newContext({ ...windowOf(width), locale: 'ko-KR' })
        // Below the patience of a test, so that what was waited for in vain has a name.
        context.setDefaultTimeout(55_000)
        await context.addInitScript(choice => localStorage.setItem('panro.display', choice), display)
        await context.addInitScript(sumShifts)
        if (token) await context.addCookies([{ name: 'sid', value: token, url: app.url }])
        const page = await context.newPage()
        const complain = (text: string) =>
          expectedErrors?.test(text) || complaints.push(`${page.url()}: ${text}`)
        page.on('pageerror', error => complain(error.message))
        page.on(
          'console',
          message => ['error', 'warning'].includes(message.type()) && complain(message.text()),
        )
        countQuestions(page)
        await page.goto(app.url + path)
        await settled(page)
        return page
      },
      async visit(path, token) {
        const page = kept.get(token)
        if (page) {
          await page.goto(app.url + path)
          await settled(page)
          return page
        }
        const opened = await world.open(path, { token })
        kept.set(token, opened)
        return opened
      },
    }
    const kept = new Map<string, Page>()
    let app: TestApp

    beforeAll(async () => {
      ;[app, browser] = await Promise.all([
        startApp(options),
        // Without a language that has Hangul it gives what it downloads no name.
        chromium.launch({ executablePath: program, args: flags, env: { ...process.env, LC_ALL: 'C.UTF-8' } }),
      ])
    })
    afterEach(async () => {
      const heard = complaints
      complaints = []
      const staying = [...kept.values()].map(page => page.context())
      const leaving = browser.contexts().filter(context => !staying.includes(context))
      await Promise.all(leaving.map(context => context.close()))
      expect(heard).toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    })
    body(world)
  })
}

const windowOf = (width: number): BrowserContextOptions => ({ viewport: { width, height: 900 } })

/** Adds up, in the page, how far things have jumped about (`window.shifted`). */
function sumShifts() {
  let shifted = 0
  Object.defineProperty(window, 'shifted', { get: () => shifted })
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
        shifted += Number(entry.value)
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}

/** Shows an open page as another reader sees it. */
export async function show(page: Page, width: number, mode: string, zoom = 1) {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(
    look => {
      document.documentElement.dataset['krdsMode'] = look.mode
      document.documentElement.style.setProperty('--p-zoom', String(look.zoom))
    },
    { mode, zoom },
  )
}

/** Questions to the API that have no answer yet, by page. */
const asked = new WeakMap<Page, number>()

function countQuestions(page: Page) {
  const change = (by: number) => (request: Request) => {
    if (request.url().endsWith('/graphql')) asked.set(page, (asked.get(page) ?? 0) + by)
  }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
}

/** Waits until a page has drawn all it asked for: no open question, no skeleton, no list being renewed. */
export async function settled(page: Page) {
  await page.locator('main h1').waitFor()
  if (!(await hasDrawn(page))) return settled(page)
  const isBusy = await page.locator('main [aria-busy=true], main .skeleton').count()
  if (isBusy === 0 && (asked.get(page) ?? 0) === 0) return
  await new Promise(resume => setTimeout(resume, 20))
  await settled(page)
}

/** Two frames: one to draw what has just changed and ask for more, one to draw that. False if the page went elsewhere. */
async function hasDrawn(page: Page): Promise<boolean> {
  try {
    await page.evaluate(async () => {
      await document.fonts.ready
      await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    })
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('Execution context was destroyed')) return false
    throw error
  }
}
