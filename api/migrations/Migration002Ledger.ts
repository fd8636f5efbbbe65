import { Migration } from '@mikro-orm/migrations'

export class Migration002Ledger extends Migration {
  override up() {
    // Readers order by (tx, id) and stop below the oldest running transaction: an id alone is
    // handed out before the commit, so `id > last` would step over rows that commit late.
    this.addSql(`
      create table ledger (
        id bigint generated always as identity primary key,
        tx xid8 not null default pg_current_xact_id(),
        at timestamptz not null,
        actor_id uuid,
        actor_role text not null,
        name text not null,
        subject_type text not null,
        subject_id uuid not null,
        detail jsonb not null default '{}',
        reason text
      )`)
    this.addSql(`create index ledger_tx_id_index on ledger (tx, id)`)
    this.addSql(`create index ledger_subject_index on ledger (subject_type, subject_id, id)`)
    this.addSql(`
      create table ledger_seal (
        position bigint primary key,
        ledger_id bigint not null unique references ledger,
        hash text not null
      )`)
    this.addSql(`
      create table consumer (
        name text primary key,
        last_tx xid8 not null default '0',
        last_id bigint not null default 0
      )`)
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, tg_op;
      end $$`)
    for (const table of ['ledger', 'ledger_seal'])
      this.addSql(`
        create trigger ${table}_is_append_only before update or delete or truncate on ${table}
          for each statement execute function refuse_change()`)
  }
}
