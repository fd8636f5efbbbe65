import { Migration } from '@mikro-orm/migrations'

/** 알림: what is told to whom by mail, in whose words, and what has become of each. */
export class Migration019Notices extends Migration {
  override up() {
    // A change of the words is a new row; subject and body left out mean: from now on as the default has it.
    this.addSql(`
      create table notice_template (
        id uuid primary key,
        center_id uuid references center,
        kind text not null check (kind <> ''),
        version integer not null check (version > 0),
        subject text,
        body text,
        changed_by_id uuid references person on delete set null,
        changed_at timestamptz not null,
        check ((subject is null) = (body is null)),
        check (center_id is not null or subject is not null),
        unique nulls not distinct (center_id, kind, version)
      )`)
    // The unique triple is what makes a notice come once, however often a stretch of the ledger is read.
    this.addSql(`
      create table notice (
        id uuid primary key,
        kind text not null,
        person_id uuid not null references person on delete cascade,
        center_id uuid references center,
        ledger_id bigint not null references ledger,
        subject_type text not null,
        subject_id uuid not null,
        subject text not null,
        body text not null,
        path text not null,
        state text not null default 'queued' check (state in ('queued', 'failed', 'sent', 'given_up', 'withdrawn')),
        attempts integer not null default 0,
        created_at timestamptz not null,
        leaves_at timestamptz not null,
        next_try_at timestamptz not null,
        sent_at timestamptz,
        failure text,
        read_at timestamptz,
        unique (ledger_id, kind, person_id)
      )`)
    this.addSql(
      `create index notice_waiting_index on notice (next_try_at, id) where state in ('queued', 'failed')`,
    )
    this.addSql(`create index notice_person_index on notice (person_id, leaves_at desc, id)`)
    this.addSql(`create index notice_subject_index on notice (subject_type, subject_id)`)
    this.addSql(`create index notice_center_id_index on notice (center_id, state)`)
    // Which warnings of an expiry are in the ledger already.
    this.addSql(`
      create table certification_warning (
        certification_id uuid not null references certification on delete cascade,
        valid_until date not null,
        days integer not null,
        told_at timestamptz not null,
        primary key (certification_id, valid_until, days)
      )`)
    this.protect()
  }

  private protect() {
    this.addSql(`alter table notice_template enable row level security`)
    this.addSql(`
      create policy notice_template_scope on notice_template
        using (center_id is null or center_id = scope_center()) with check (center_id = scope_center())`)
    this.addSql(`alter table notice enable row level security`)
    this.addSql(`create policy notice_scope on notice using (person_id = scope_person())`)
    this.addSql(`revoke insert, delete on notice from panro_request`)
    this.addSql(`revoke insert, update, delete on certification_warning from panro_request`)
  }
}
