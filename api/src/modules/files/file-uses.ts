/**
 * What a file can be used in: a select of one column, what uses the file whose id is given, in words for people.
 * Downstream nouns add their own; a file in use is not removed.
 */
export const fileUses = new Map<string, (file: string) => string>([
  [
    'evidence',
    file => `select case
        when c.kind = 'supply_capacity' then '공급역량'
        when c.kind = 'delivery_record' then '납품실적'
        when c.kind = 'delivery_terms' then '납품조건'
        when offered.id is not null then '상품 ' || offered.name
        else trim('인증 ' || coalesce(held.number, said.number, '')) end
      from evidence v left join credential c on c.id = v.credential_id
        left join certification held on held.id = v.certification_id
        left join certification_claim said on said.id = v.claim_id
        left join product offered on offered.id = v.product_id
      where v.file_id = ${file}`,
  ],
])

export const isFileUsed = (file: string): string =>
  `(${[...fileUses.values()].map(use => `exists (${use(file)})`).join(' or ')})`

/** SQL for the words of everything that uses a file. */
export const usesOfFile = (file: string): string =>
  `array(${[...fileUses.values()].map(use => use(file)).join(' union all ')})`
