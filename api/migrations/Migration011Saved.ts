import { Migration } from '@mikro-orm/migrations'

/** What people keep for themselves: 관심 (favourites) and 저장한 검색 (saved searches) with what is new in them. */
export class Migration011Saved extends Migration {
  override up() {
    this.addSql(`
      create table favourite (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        ${thing},
        created_at timestamptz not null,
        unique (person_id, product_id),
        unique (person_id, enterprise_id)
      )`)
    this.addSql(`
      create table saved_search (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        name text not null check (name <> ''),
        scope text not null check (scope in ('product', 'enterprise')),
        words text not null,
        filter jsonb not null,
        known uuid[] not null,
        created_at timestamptz not null,
        last_seen_at timestamptz
      )`)
    this.addSql(`create index saved_search_person_id_index on saved_search (person_id)`)
    // The unique pairs are what makes an alert come once, however often a stretch of the ledger is read.
    this.addSql(`
      create table saved_search_match (
        id bigint generated always as identity primary key,
        saved_search_id uuid not null references saved_search on delete cascade,
        ${thing},
        found_at timestamptz not null,
        seen_at timestamptz,
        unique (saved_search_id, product_id),
        unique (saved_search_id, enterprise_id)
      )`)
    this.addSql(
      `create index saved_search_match_new_index on saved_search_match (saved_search_id) where seen_at is null`,
    )
    for (const table of ['favourite', 'saved_search_match'])
      for (const column of ['product_id', 'enterprise_id'])
        this.addSql(`create index ${table}_${column}_index on ${table} (${column})`)
  }
}

const thing = `
        product_id uuid references product on delete cascade,
        enterprise_id uuid references enterprise on delete cascade,
        check (num_nonnulls(product_id, enterprise_id) = 1)`
