import { createRequire } from 'node:module'
import type * as PdfJs from 'pdfjs-dist'
import type { Page } from 'playwright-core'

const fileOf = (name: string) => createRequire(import.meta.url).resolve(`pdfjs-dist/build/${name}`)

/** What is on each sheet of paper, the margins included, when a page is printed as it is. */
export async function printed(page: Page): Promise<string[]> {
  const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  // The reader of the pages draws as browsers do, and knows no other place to work in.
  const desk = await page.context().newPage()
  await desk.addScriptTag({ type: 'module', path: fileOf('pdf.worker.min.mjs') })
  await desk.addScriptTag({ type: 'module', path: fileOf('pdf.min.mjs') })
  await desk.waitForFunction(() => 'pdfjsLib' in window && 'pdfjsWorker' in window)
  const sheets = await desk.evaluate(async base64 => {
    const { pdfjsLib } = window as unknown as { pdfjsLib: typeof PdfJs }
    const data = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    const paper = await pdfjsLib.getDocument({ data, verbosity: 0 }).promise
    const texts: string[] = []
    for (let number = 1; number <= paper.numPages; number++) {
      const { items } = await (await paper.getPage(number)).getTextContent()
      texts.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
    }
    return texts
  }, bytes.toString('base64'))
  await desk.close()
  return sheets.map(text => text.replaceAll(/\s+/g, ' '))
}
