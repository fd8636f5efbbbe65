import { Migration } from '@mikro-orm/migrations'

/**
 * Imports as staff do them in the browser: a file is uploaded, mapped, looked at and only then applied. Runs belong
 * to the centre whose staff began them; those of the command line belong to none and no request sees them.
 */
export class Migration018ImportWizard extends Migration {
  override up() {
    this.extendRuns()
    this.extendRows()
    this.addFiles()
    this.addFindings()
    this.protect()
  }

  private extendRuns() {
    this.addSql(`
      alter table import_run
        add column center_id uuid references center,
        add column state text not null default 'applied' check (state in (
          'uploaded', 'checking', 'previewed', 'failed', 'applying', 'moved', 'applied', 'undone', 'cancelled',
          'expired', 'interrupted')),
        add column created_at timestamptz,
        add column expires_at timestamptz,
        add column version integer not null default 1,
        add column encoding text,
        add column header jsonb,
        add column gone text check (gone in ('review', 'leave')),
        add column lines jsonb not null default '{}',
        add column diff_hash text,
        add column problem text,
        add column done integer not null default 0,
        add column attempts integer not null default 0,
        add column undoes_id uuid references import_run`)
    this.addSql(`update import_run set created_at = applied_at`)
    this.addSql(
      `alter table import_run alter column created_at set not null, alter column applied_at drop not null`,
    )
    // The same file may be looked at as often as people like; that it was applied is told, by whom and when.
    this.addSql(`alter table import_run drop constraint import_run_kind_sha256_key`)
    this.addSql(`create index import_run_sha256_index on import_run (kind, sha256)`)
    this.addSql(`create index import_run_center_id_index on import_run (center_id, created_at desc, id desc)`)
    this.addSql(
      `create index import_run_at_work_index on import_run (created_at) where state in ('checking', 'applying')`,
    )
    this.addSql(`create unique index import_run_undoes_id_index on import_run (undoes_id)`)
  }

  private extendRows() {
    // One row for each line of the list that does something or cannot; a line without effect is only counted.
    this.addSql(`
      alter table import_row
        drop constraint import_row_verdict_check,
        add constraint import_row_verdict_check check (verdict in (
          'refused', 'unmatched', 'created', 'changed', 'ended', 'gone', 'same', 'kept')),
        alter column message drop not null,
        add column key text,
        add column cell text,
        add column changes jsonb,
        add column record jsonb,
        add column is_moved boolean not null default false`)
    this.addSql(`create index import_row_verdict_index on import_row (run_id, verdict, id)`)
  }

  private addFiles() {
    // In the database rather than in a folder: several processes serve and work, and none of them serves a table.
    this.addSql(`
      create table import_file (
        center_id uuid not null references center,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bytea not null,
        created_at timestamptz not null,
        primary key (center_id, sha256)
      )`)
    // Compressed already, or not worth it: kept as it came.
    this.addSql(`alter table import_file alter column bytes set storage external`)
  }

  private addFindings() {
    this.addSql(`
      create table import_finding (
        id uuid primary key,
        run_id uuid not null references import_run on delete cascade,
        enterprise_id uuid not null references enterprise on delete cascade,
        certification_id uuid not null references certification on delete cascade,
        how text not null check (how in ('cancelled', 'returned', 'gone')),
        on_day date,
        found_at timestamptz not null,
        unique nulls not distinct (certification_id, how, on_day)
      )`)
    for (const column of ['run_id', 'enterprise_id'])
      this.addSql(`create index import_finding_${column}_index on import_finding (${column})`)
  }

  private protect() {
    for (const table of ['import_run', 'import_row', 'import_file', 'import_finding'])
      this.addSql(`alter table ${table} enable row level security`)
    for (const table of ['import_run', 'import_file'])
      this.addSql(`create policy ${table}_scope on ${table} using (center_id = scope_center())`)
    this.addSql(`
      create policy import_row_scope on import_row using (
        exists (select 1 from import_run r where r.id = run_id and r.center_id = scope_center()))`)
    this.addSql(`
      create policy import_finding_scope on import_finding using (
        exists (
          select 1 from enterprise e where e.id = enterprise_id
            and (e.center_id is null or e.center_id = scope_center()) and scope_center() is not null))`)
  }
}
