import { Migration } from '@mikro-orm/migrations'

export class Migration009Search extends Migration {
  override up() {
    this.addSql(`
      create table parked_document (
        engine text not null check (engine in ('embedded', 'meilisearch')),
        type text not null check (type in ('product', 'enterprise')),
        id uuid not null,
        reason text not null,
        since timestamptz not null default now(),
        last_attempt_at timestamptz not null default now(),
        attempts integer not null default 1,
        primary key (engine, type, id)
      )`)
    // Set by whoever wants the index built anew, cleared by the holder of the lease once it is.
    this.addSql(`alter table consumer add column rebuild_asked_at timestamptz`)
  }
}
