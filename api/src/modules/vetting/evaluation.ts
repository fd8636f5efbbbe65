import { validitySql } from '../certifications/certification.shape.ts'
import { isConfirmed, isStated } from '../credentials/credential.shape.ts'

/**
 * What the records of an enterprise say to a requirement on a day: the one truth for the enterprise's own check,
 * for the reviewer's screen, for the guard of an approval and for the preview of new criteria.
 *
 * `met`, `unmet`, `unclear` (a certification without dates), or null: no record can say, somebody has to look.
 */
export const evaluatedVerdict = (requirement: string, enterpriseId: string, day: string) => `(
  case ${requirement}.kind
    when 'valid_certification' then ${certificationVerdict(requirement, enterpriseId, day)}
    when 'document' then null
    when 'attestation' then null
    when 'staff_check' then null
    else case when ${foundCount(requirement, enterpriseId, day)} >= ${neededCount(requirement)} then 'met' else 'unmet' end
  end)`

/** How many of what the requirement counts there are; null for what is not counted. */
export const foundCount = (requirement: string, enterpriseId: string, day: string) => `(
  case ${requirement}.kind
    when 'minimum_products' then (
      select count(*) from product p where p.enterprise_id = ${enterpriseId} and p.state = 'on_sale')
    when 'delivery_records' then (
      select count(*) from credential c join delivery_record d on d.credential_id = c.id
      where c.enterprise_id = ${enterpriseId} and c.kind = 'delivery_record'
        and d.delivered_on <= ${day}
        and d.delivered_on > (${day} - make_interval(years => coalesce((${requirement}.parameters->>'years')::int, 3)))::date
        and ${mayCount(requirement)})
    when 'supply_capacity' then ${claims(requirement, enterpriseId)}
    when 'delivery_terms' then ${claims(requirement, enterpriseId)}
    when 'valid_certification' then (
      select count(*) from certification c
      where ${isAsked(requirement, enterpriseId)}
        and ${validitySql('c', day)} = 'valid' and ${validitySql('c', through(requirement, day))} = 'valid')
  end)`

export const neededCount = (requirement: string) =>
  `(case when ${requirement}.kind in ('document', 'attestation', 'staff_check') then null
    else coalesce((${requirement}.parameters->>'count')::int, 1) end)`

/** The last day of what is certified; null when it has no end, or is not certified. */
export const certifiedUntil = (requirement: string, enterpriseId: string, day: string) => `(
  select max(c.valid_until) from certification c
  where ${requirement}.kind = 'valid_certification' and ${isAsked(requirement, enterpriseId)}
    and ${validitySql('c', day)} = 'valid')`

const certificationVerdict = (requirement: string, enterpriseId: string, day: string) => `(
  select case
    when bool_or(v.now = 'valid' and v.later = 'valid') then 'met'
    when bool_or(v.now <> 'invalid' and v.later <> 'invalid') then 'unclear'
    else 'unmet' end
  from certification c, lateral (
    select ${validitySql('c', day)} as now, ${validitySql('c', through(requirement, day))} as later
  ) v
  where ${isAsked(requirement, enterpriseId)})`

/** The day through which a certification must last; never before the day of asking. */
const through = (requirement: string, day: string) =>
  `greatest(${day}, coalesce((${requirement}.parameters->>'through')::date, ${day} + coalesce((${requirement}.parameters->>'daysAhead')::int, 0)))`

const isAsked = (requirement: string, enterpriseId: string) => `c.enterprise_id = ${enterpriseId} and case
    when jsonb_typeof(${requirement}.parameters->'kinds') = 'array' then ${requirement}.parameters->'kinds' @> to_jsonb(c.kind_code)
    else exists (select 1 from certification_kind k where k.code = c.kind_code and k.is_social_economy) end`

const claims = (requirement: string, enterpriseId: string) => `(
  select count(*) from credential c
  where c.enterprise_id = ${enterpriseId} and c.kind = ${requirement}.kind and ${mayCount(requirement)})`

const mayCount = (requirement: string) =>
  `${isStated('c')} and (coalesce((${requirement}.parameters->>'confirmed')::boolean, false) = false or ${isConfirmed('c')})`
