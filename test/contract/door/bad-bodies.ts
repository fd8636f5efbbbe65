import { gzipSync } from 'node:zlib'
import { posting, type Asked } from './ask.ts'
import { refused, wrong, type BadRequest } from './bad-request.ts'

type Body = NonNullable<Asked['body']>

const typed = (type: string, body: Body): Asked => ({ headers: { 'content-type': type }, body })
export const jsonBody = (body: Body): Asked => typed('application/json', body)

const text = '{"query":"{ __typename }"}'
const bytes = (value: Buffer) => Uint8Array.from(value)
const form = '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--\r\n'

const bomb: Asked = {
  headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  body: bytes(gzipSync(Buffer.alloc(20_000_000))),
}
const preflight: Asked = {
  method: 'OPTIONS',
  headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
}
const foreignForm: Asked = {
  headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
  body: text,
}
const stored = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } }

export const badBodies: BadRequest[] = [
  refused('50. half a JSON', jsonBody('{ "not a JSON')),
  refused('51. an empty body', jsonBody('')),
  refused('52. null', jsonBody('null')),
  refused('53. a text', jsonBody('"x"')),
  refused('54. an empty list', jsonBody('[]')),
  refused('54b. bytes that are not UTF-8', jsonBody(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))),
  refused('55. a body of 2 MB', jsonBody('x'.repeat(2_000_000)), 413),
  refused('56. a gzip bomb', bomb, 415),
  refused('57. UTF-16', typed('application/json; charset=utf-16', bytes(Buffer.from(text, 'utf16le'))), 415),
  refused('58. EUC-KR', typed('application/json; charset=euc-kr', text), 415),
  refused('64. text/plain', typed('text/plain', text)),
  refused('65. a form', typed('application/x-www-form-urlencoded', 'query=%7B__typename%7D'), 415),
  refused('66. a form in parts', typed('multipart/form-data; boundary=x', form), 415),
  refused('67. no content type', { body: bytes(Buffer.from(text)) }, 415),
  refused('68. GET without a header that needs a preflight', {
    method: 'GET',
    search: '?query={__typename}',
  }),
  refused(
    '69. GET of a mutation',
    { method: 'GET', headers: { 'x-api-key': 'x' }, search: '?query=mutation{signOut}' },
    405,
  ),
  refused('70. PUT', { ...jsonBody(text), method: 'PUT' }, 405),
  refused('70b. DELETE', { method: 'DELETE' }, 405),
  refused('71. OPTIONS from elsewhere', preflight, 405),
  refused('72. no form of a foreign page gets in', foreignForm),
  refused('73. a browser that opens /graphql', { method: 'GET', headers: { accept: 'text/html' } }),
  wrong('74. a stored document that is not there', posting({ extensions: stored })),
  wrong(
    '74b. a stored document under a wrong hash',
    posting({ query: '{ __typename }', extensions: stored }),
  ),
]
