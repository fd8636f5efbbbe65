import { eventChecks } from '../events/event-facts.ts'
import { quotasSql } from './quota-sql.ts'

const quotas = (what: 'count' | 'names', condition: string) => (row: string, today: string) =>
  `(select ${what === 'count' ? 'count(*)' : namesOf(condition)} from ${quotasSql(`${row}.id`, today)} x where ${condition})`

/** As the desk counts: the sort, how many there are, and how many there should be. */
const namesOf = (condition: string) => `coalesce(json_agg(x.label || ' ' || x.have || '/'
  || ${condition === isShort ? 'x.minimum' : 'x.maximum'} order by x.label), '[]')`

const isShort = 'x.have < x.minimum'
const isOver = 'x.have > x.maximum'

eventChecks.set('QUOTA_SHORT', {
  lacks: quotas('count', isShort),
  names: quotas('names', isShort),
  blocks: ['confirm'],
  yieldsToReason: true,
  reason: 'Fewer enterprises of some sort take part than the event asks for.',
})
eventChecks.set('QUOTA_OVER', {
  lacks: quotas('count', isOver),
  names: quotas('names', isOver),
  blocks: ['confirm'],
  yieldsToReason: true,
  reason: 'More enterprises of some sort take part than the event allows.',
})
eventChecks.set('UNDECIDED', {
  lacks: row => `(case when ${row}.state in ('curating', 'confirmed') then (
    select count(*) from participation p where p.event_id = ${row}.id and p.state = 'applied') else 0 end)`,
  blocks: [],
  reason: 'Applications are still to be decided.',
})
