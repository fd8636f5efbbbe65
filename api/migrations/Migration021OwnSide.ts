import { Migration } from '@mikro-orm/migrations'

const atDesk = (enterprise: string) => `exists (
  select 1 from enterprise e where e.id = ${enterprise} and (e.id = any(scope_enterprises())
    or e.center_id = scope_center() or (e.center_id is null and scope_center() is not null)))`

const ofClaim = (table: string) => `exists (
  select 1 from credential c where c.id = ${table}.credential_id and ${atDesk('c.enterprise_id')})`

/** What an enterprise says of itself beyond its profile; everybody reads what is public, only a desk writes. */
export class Migration021OwnSide extends Migration {
  override up() {
    // A certificate that nobody has confirmed stands in a table of its own, so that it counts nowhere by itself.
    this.addSql(`alter table certification drop column standing`)
    this.addSql(`
      create table certification_claim (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        kind_code text not null references certification_kind,
        number text not null,
        issuer text not null,
        issued_on date,
        valid_from date not null,
        valid_until date check (valid_until >= valid_from),
        state text not null default 'claimed' check (state in ('claimed', 'confirmed', 'refused', 'withdrawn')),
        decided_for text,
        certification_id uuid references certification on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index certification_claim_enterprise_id_index on certification_claim (enterprise_id)`)
    this.addSql(
      `create index certification_claim_certification_id_index on certification_claim (certification_id)`,
    )
    this.addSql(
      `alter table evidence add column claim_id uuid references certification_claim on delete cascade`,
    )
    this.addSql(`create index evidence_claim_id_index on evidence (claim_id)`)
    this.addSql(`alter table evidence drop constraint evidence_check`)
    this.addSql(`
      alter table evidence add constraint evidence_check
        check (num_nonnulls(credential_id, certification_id, claim_id) = 1)`)
    this.protect()
  }

  private protect() {
    this.addSql(`alter table certification_claim enable row level security`)
    this.addSql(
      `create policy certification_claim_scope on certification_claim using (${atDesk('enterprise_id')})`,
    )
    for (const table of ['product', 'credential']) this.readByAll(table, atDesk(`${table}.enterprise_id`))
    for (const table of ['supply_capacity', 'delivery_record', 'delivery_terms'])
      this.readByAll(table, ofClaim(table))
  }

  private readByAll(table: string, written: string) {
    this.addSql(`alter table ${table} enable row level security`)
    this.addSql(`create policy ${table}_read on ${table} for select using (true)`)
    this.addSql(`create policy ${table}_write on ${table} using (${written})`)
  }
}
