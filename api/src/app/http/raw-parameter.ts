/**
 * The bytes of a parameter of an address, whatever their encoding: old programs send names in CP949, and decoding them
 * as UTF-8 would lose them.
 */
export function rawParameter(url: string, name: string): Buffer {
  const query = url.split('?', 2)[1] ?? ''
  const pair = query.split('&').find(each => each.startsWith(`${name}=`)) ?? ''
  const text = pair.slice(name.length + 1).replaceAll('+', ' ')
  return Buffer.from(
    text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    'latin1',
  )
}
