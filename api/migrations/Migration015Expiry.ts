import { Migration } from '@mikro-orm/migrations'

/** How long before its end a certificate is looked at again, as dated data; and which step was noted of which. */
export class Migration015Expiry extends Migration {
  override up() {
    this.addSql(`
      create table expiry_step (
        days integer primary key check (days > 0),
        effective_from date not null,
        source text not null
      )`)
    this.addSql(`
      insert into expiry_step (days, effective_from, source)
      select days, '2026-01-01', '판로 기본 설정 (센터 운영 기준에 따라 바꿀 수 있음)' from unnest(array[60, 30, 7]) days`)
    this.addSql(`
      create table expiry_notice (
        certification_id uuid not null references certification on delete cascade,
        valid_until date not null,
        days integer not null references expiry_step,
        noted_at timestamptz not null,
        primary key (certification_id, valid_until, days)
      )`)
    this.addSql(`create index certification_valid_until_index on certification (valid_until)`)
    // Noted by the system alone; what becomes of it is in the cases.
    for (const table of ['expiry_notice', 'expiry_step'])
      this.addSql(`revoke insert, update, delete on ${table} from panro_request`)
    this.addSql(`alter table expiry_notice enable row level security`)
    this.addSql(`
      create policy expiry_notice_scope on expiry_notice using (exists (
        select 1 from certification c join enterprise e on e.id = c.enterprise_id
        where c.id = certification_id and (e.center_id = scope_center() or e.id = any(scope_enterprises()))))`)
  }
}
