import { Migration } from '@mikro-orm/migrations'

export class Migration008Imports extends Migration {
  override up() {
    this.addSql(`
      create table import_run (
        id uuid primary key,
        kind text not null,
        file_name text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        rows integer not null,
        created integer not null,
        changed integer not null,
        superseded integer not null,
        unchanged integer not null,
        refused integer not null,
        unmatched integer not null,
        by_id uuid references person,
        applied_at timestamptz not null,
        unique (kind, sha256)
      )`)
    this.addSql(`
      create table import_row (
        id bigint generated always as identity primary key,
        run_id uuid not null references import_run on delete cascade,
        sheet text,
        row integer not null,
        verdict text not null check (verdict in ('refused', 'unmatched')),
        column_name text,
        message text not null
      )`)
    this.addSql(`create index import_row_run_id_index on import_row (run_id, id)`)
  }
}
