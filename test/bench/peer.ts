/**
 * The limit to measure against: the same page written by hand, one SQL statement whose JSON text goes
 * straight through, in a process of its own. Knows one question and nothing else.
 */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const page = `
  select json_build_object('data', json_build_object('products', json_build_object(
    'edges', coalesce(json_agg(e.edge) filter (where e.position <= 20), '[]'),
    'pageInfo', json_build_object(
      'hasNextPage', count(*) > 20,
      'endCursor', (array_agg(e.edge ->> 'cursor' order by e.position) filter (where e.position <= 20))[least(count(*), 20)]))))::text as json
  from (
    select row_number() over () as position, json_build_object('cursor', p.cursor, 'node', p.node) as edge from (
      select
        replace(translate(encode(convert_to(json_build_array('products:newest', t.created_at, t.id)::text, 'UTF8'), 'base64'), '+/=', '-_'), E'\\n', '') as cursor,
        json_build_object(
          'id', 'product_' || replace(t.id::text, '-', ''), 'name', t.name, 'unit', t.unit, 'price', t.price, 'leadDays', t.lead_days,
          'category', (select json_build_object('code', c.code, 'name', c.name) from category c where c.code = t.category_code),
          'enterprise', (select json_build_object(
            'id', 'enterprise_' || replace(e.id::text, '-', ''), 'name', e.name,
            'businessNumber', substr(e.business_number, 1, 3) || '-' || substr(e.business_number, 4, 2) || '-' || substr(e.business_number, 6),
            'region', (select json_build_object('code', r.code, 'fullName', r.full_name) from region r where r.code = e.region_code),
            'certifications', (select coalesce(json_agg(json_build_object(
                'kind', json_build_object('code', k.code, 'name', k.name), 'number', f.number,
                'status', case when f.cancelled_on <= $3::date then 'CANCELLED' when f.returned_on <= $3::date then 'RETURNED'
                  when f.valid_until < $3::date then 'EXPIRED' when f.valid_from > $3::date then 'NOT_YET'
                  when f.has_unknown_dates then 'DATE_UNKNOWN' else 'ACTIVE' end,
                'validUntil', f.valid_until)
                order by coalesce(f.valid_until, 'infinity') desc, f.valid_from desc nulls last, f.id), '[]')
              from certification f join certification_kind k on k.code = f.kind_code where f.enterprise_id = e.id),
            'credentialSummary', (select json_build_object('total', count(*), 'verified', count(*) filter (where d.ok),
                'deliveryRecords', count(*) filter (where d.kind = 'delivery_record'),
                'verifiedDeliveryRecords', count(*) filter (where d.kind = 'delivery_record' and d.ok),
                'lastDeliveredOn', max(d.delivered_on))
              from (select s.kind, w.delivered_on, coalesce((select v.result from verification v where v.credential_id = s.id
                  order by v.verified_on desc, v.id desc limit 1) = 'confirmed', false) as ok
                from credential s left join delivery_record w on w.credential_id = s.id where s.enterprise_id = e.id) d)
          ) from enterprise e where e.id = t.enterprise_id)) as node
      from product t
      where t.state = 'on_sale' and exists (select 1 from enterprise o where o.id = t.enterprise_id and o.state = 'published')
        and ($1::timestamptz is null or (t.created_at, t.id) < ($1::timestamptz, $2::uuid))
      order by t.created_at desc nulls last, t.id desc limit 21
    ) p
  ) e`

const app = Fastify()
app.post<{ Body: { variables: { after: string | null } } }>('/graphql', async (request, reply) => {
  const { after } = request.body.variables
  const [, time = null, id = null] =
    after === null ? [] : JSON.parse(Buffer.from(after, 'base64url').toString())
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date())
  const { rows } = await pool.query({ name: 'page', text: page, values: [time, id, today] })
  return reply.type('application/json; charset=utf-8').send(rows[0].json)
})
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
