import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Character maps of Korean documents, which many name and few carry. */
const characterMaps = import.meta.glob<string>(
  '/node_modules/pdfjs-dist/cmaps/{Adobe-Korea1-,KSC,UniKS}*.bcmap',
  { query: '?url', import: 'default' },
)

class KoreanMaps {
  async fetch({ name }: { name: string }) {
    const url = await characterMaps[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`]?.()
    if (url === undefined) throw new Error(`No character map ${name}`)
    return { cMapData: new Uint8Array(await (await fetch(url)).arrayBuffer()), isCompressed: true }
  }
}

/**
 * Reads a document. pdf.js interprets it in a worker and paints it; nothing in it runs, and the keys of the screen stay
 * with the screen: the browser's own reader takes the focus as soon as it has loaded. In one request, which is one
 * reading on the record.
 */
export async function readPdf(url: string): Promise<PDFDocumentProxy> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ])
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default
  const { promise } = pdfjs.getDocument({
    url,
    disableRange: true,
    CMapReaderFactory: KoreanMaps,
    // The policy of these pages compiles nothing at run time; what it would do, plain code does.
    useWasm: false,
    useWorkerFetch: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  return promise
}

/** What is written on a page, for those who cannot see it. */
export async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** Paints a page as wide as asked for, as sharp as the screen is. */
export async function paint(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (width / natural.width) * devicePixelRatio })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.width = `${Math.floor(width)}px`
  await page.render({ canvas, viewport }).promise
}
