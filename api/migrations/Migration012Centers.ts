import { Migration } from '@mikro-orm/migrations'

/**
 * 지원센터 (centres) as tenants, and who belongs where. The request role is what people's requests speak to the
 * database as: the owner of the tables sees everything, the request role only what a row-level policy grants.
 */
export class Migration012Centers extends Migration {
  override up() {
    this.addSql(`
      create table center (
        id uuid primary key,
        name text not null unique check (name <> ''),
        region_code text references region,
        created_at timestamptz not null
      )`)
    this.addSql(`alter table person add column center_id uuid references center`)
    this.addSql(`create index person_center_id_index on person (center_id)`)
    this.addSql(`
      create table enterprise_member (
        person_id uuid not null references person on delete cascade,
        enterprise_id uuid not null references enterprise on delete cascade,
        primary key (person_id, enterprise_id)
      )`)
    this.addSql(`create index enterprise_member_enterprise_id_index on enterprise_member (enterprise_id)`)
    this.addSql(`alter table enterprise add column center_id uuid references center`)
    this.addSql(`create index enterprise_center_id_index on enterprise (center_id)`)

    this.addRequestRole()
    this.addScope()
    this.protectContacts()
  }

  /** Roles belong to the whole server, and another database on it may be making the same one right now. */
  private addRequestRole() {
    this.addSql(`
      do $$ begin
        create role panro_request nologin;
      exception when duplicate_object or unique_violation then null;
      end $$`)
    this.addSql(`grant panro_request to current_user`)
    this.addSql(`grant usage on schema public to panro_request`)
    this.addSql(`grant select, insert, update, delete on all tables in schema public to panro_request`)
    this.addSql(`revoke update, delete on ledger, ledger_seal from panro_request`)
    this.addSql(`grant usage on all sequences in schema public to panro_request`)
    this.addSql(
      `alter default privileges in schema public grant select, insert, update, delete on tables to panro_request`,
    )
    this.addSql(`alter default privileges in schema public grant usage on sequences to panro_request`)
  }

  /** What a transaction says about who acts; a setting that was never made means nobody. */
  private addScope() {
    for (const [name, type] of [
      ['person', 'uuid'],
      ['center', 'uuid'],
      ['enterprises', 'uuid[]'],
    ])
      this.addSql(`
        create function scope_${name}() returns ${type} language sql stable parallel safe as $$
          select nullif(current_setting('panro.${name}', true), '')::${type}
        $$`)
  }

  private protectContacts() {
    this.addSql(`alter table enterprise_contact enable row level security`)
    this.addSql(`
      create policy enterprise_contact_scope on enterprise_contact using (
        exists (
          select 1 from enterprise e where e.id = enterprise_id
            and (e.center_id = scope_center() or e.id = any(scope_enterprises()))
        )
      )`)
  }
}
