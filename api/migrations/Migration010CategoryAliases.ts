import { Migration } from '@mikro-orm/migrations'

export class Migration010CategoryAliases extends Migration {
  override up() {
    this.addSql(`
      create table category_alias (
        id uuid primary key,
        term text not null check (term <> ''),
        comparable_term text not null check (comparable_term <> ''),
        category_code text not null references category,
        relation text not null check (relation in ('synonym', 'not_this')),
        is_active boolean not null default true,
        source text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (comparable_term, category_code)
      )`)
    this.addSql(`create index category_alias_category_code_index on category_alias (category_code)`)
  }
}
