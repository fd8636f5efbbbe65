import { Migration } from '@mikro-orm/migrations'

/** Regions and categories: trees whose codes carry their ancestry, so that a prefix is a subtree. */
export class Migration003Places extends Migration {
  override up() {
    this.addSql(`
      create table region (
        code text primary key check (code ~ '^[0-9]{10}$'),
        name text not null,
        full_name text not null,
        valid_from date,
        valid_until date,
        check (valid_until >= valid_from)
      )`)
    this.addSql(`
      create table region_succession (
        from_code text not null references region,
        to_code text not null references region,
        effective_on date not null,
        primary key (from_code, to_code)
      )`)
    this.addSql(`
      create table category (
        code text primary key check (code ~ '^([0-9]{2}){1,5}$'),
        parent_code text generated always as (nullif(left(code, -2), '')) stored,
        name text not null,
        name_en text,
        is_active boolean not null default true
      )`)
    this.addSql(`create index category_code_prefix_index on category (code text_pattern_ops)`)
    this.addSql(`create index category_parent_code_index on category (parent_code)`)
  }
}
