import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { fileRefusal } from '../file-refusal.ts'
import { damaged } from './archive.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is to be done at each token. Names come without their namespace prefix. */
export interface XmlVisitor {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Workbook parts are a handful of elements deep; deeper is an attack on the stack of the parser. */
const deepest = 64

/** Reads a part as XML, token by token. `afterChunk` is awaited now and then, to pass on what has come together. */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  visitor: XmlVisitor,
  tokenBytes: number,
  afterChunk?: () => Promise<void>,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const progress = { silentBytes: 0, depth: 0 }
  const parser = parserFor(visitor, progress)
  for await (const chunk of chunks) {
    progress.silentBytes += chunk.length
    if (progress.silentBytes > tokenBytes) throw endlessToken()
    parser.write(decodeWith(decoder, chunk))
    await afterChunk?.()
  }
  parser.write(decodeWith(decoder)).close()
}

/** For small parts, of which only the elements matter. */
export async function elementsOf(
  chunks: AsyncIterable<Buffer>,
  tokenBytes: number,
): Promise<{ name: string; attributes: Attributes }[]> {
  const elements: { name: string; attributes: Attributes }[] = []
  const visitor: XmlVisitor = { open: (name, attributes) => elements.push({ name, attributes }) }
  await readXml(chunks, visitor, tokenBytes)
  return elements
}

function parserFor(visitor: XmlVisitor, progress: { silentBytes: number; depth: number }): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw fileRefusal('DOCTYPE이 든 엑셀 파일은 읽지 않습니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')
  })
  parser.on('opentag', ({ name, attributes }) => {
    progress.silentBytes = 0
    progress.depth += 1
    if (progress.depth > deepest) throw damaged()
    visitor.open(withoutPrefix(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    progress.silentBytes = 0
    progress.depth -= 1
    visitor.close?.(withoutPrefix(name))
  })
  parser.on('text', text => visitor.text?.(text))
  parser.on('cdata', text => visitor.text?.(text))
  return parser
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

function decodeWith(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch (error) {
    if (error instanceof TypeError) throw damaged()
    throw error
  }
}

const endlessToken = () =>
  fileRefusal('엑셀 파일 안에 지나치게 긴 내용이 있습니다. 엑셀에서 열어 .xlsx로 다시 저장해 주세요.')
