import { comparable } from '@panro/search'
import type { Context } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import { insertRows } from '../src/platform/insert-rows.ts'
import { categories } from './reference/categories.ts'
import { categoryAliases } from './reference/category-aliases.ts'
import { certificationKinds } from './reference/certification-kinds.ts'
import { contractRules } from './reference/contract-rules.ts'
import { noticeTemplates } from './reference/notice-templates.ts'
import { regions, regionSuccessions } from './reference/regions.ts'

/**
 * Data that every installation needs: regions, kinds of certification, rules on contracts, a first tree of categories, and what some search
 * terms mean in it. Safe at every
 * start: only what is missing or differs is written, and nothing is ever removed.
 */
export async function loadReference({ em, now }: Context): Promise<void> {
  await em.transactional(async em => {
    await insertRows(em, 'region', regions, {
      onConflict: replacing('region', 'code', Object.keys(regions[0] ?? {})),
    })
    await insertRows(em, 'region_succession', regionSuccessions, {
      onConflict: replacing('region_succession', 'from_code, to_code', ['effective_on']),
    })
    await insertRows(em, 'certification_kind', certificationKinds, {
      onConflict: replacing('certification_kind', 'code', Object.keys(certificationKinds[0] ?? {})),
    })
    await insertRows(em, 'contract_rule', contractRules, {
      onConflict: replacing('contract_rule', 'code, edition', Object.keys(contractRules[0] ?? {})),
    })
    // Our names are a beginning only: once the official list is imported, its names stay.
    await insertRows(em, 'category', categories, { onConflict: 'on conflict (code) do nothing' })
    // What the staff have changed or removed stays so: a removed one is an inactive row.
    const aliases = categoryAliases.map(alias => ({
      ...alias,
      id: newId(),
      comparable_term: comparable(alias.term),
      is_active: true,
      source: 'seed',
      version: 1,
      created_at: now,
      updated_at: now,
    }))
    await insertRows(em, 'category_alias', aliases, {
      onConflict: 'on conflict (comparable_term, category_code) do nothing',
    })
    // A default is one row that follows ours; what a centre says in its own words stands beside it.
    const templates = Object.entries(noticeTemplates).map(([kind, words]) => ({
      ...words,
      ...{ id: newId(), center_id: null, kind, version: 1, changed_at: now },
    }))
    await insertRows(em, 'notice_template', templates, {
      onConflict: replacing('notice_template', 'center_id, kind, version', ['subject', 'body']),
    })
  })
}

/** Takes over the new values, but leaves rows alone that hold them already. */
function replacing(table: string, key: string, columns: string[]): string {
  const held = columns.map(column => `${table}.${column}`).join(', ')
  const fresh = columns.map(column => `excluded.${column}`).join(', ')
  const assignments = columns.map(column => `${column} = excluded.${column}`).join(', ')
  return `on conflict (${key}) do update set ${assignments} where (${held}) is distinct from (${fresh})`
}
