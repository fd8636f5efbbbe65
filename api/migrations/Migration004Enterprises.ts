import { Migration } from '@mikro-orm/migrations'

export class Migration004Enterprises extends Migration {
  override up() {
    this.addSql(`
      create table enterprise (
        id uuid primary key,
        business_number text not null check (business_number ~ '^[0-9]{10}$' and business_number <> '0000000000'),
        branch text not null default '0000' check (branch ~ '^[0-9]{4}$'),
        corporate_number text check (corporate_number ~ '^[0-9]{13}$'),
        organisation_form text,
        name text not null check (name <> ''),
        region_code text references region,
        address text,
        founded_on date,
        summary text,
        social_mission text,
        homepage text,
        state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
        source text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (business_number, branch)
      )`)
    this.addSql(`create index enterprise_name_index on enterprise (name, id) where state = 'published'`)
    this.addSql(
      `create index enterprise_newest_index on enterprise (created_at desc nulls last, id desc) where state = 'published'`,
    )
    this.addSql(`create index enterprise_region_code_index on enterprise (region_code text_pattern_ops)`)
    this.addSql(`
      create table enterprise_name (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        name text not null,
        valid_from date,
        valid_until date not null,
        unique (enterprise_id, name, valid_until)
      )`)
    // Personal data: no public type reads this table, and no search document either.
    this.addSql(`
      create table enterprise_contact (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        duty text not null check (duty in ('representative', 'sales', 'billing')),
        name text not null,
        phone text,
        email text,
        purpose text not null,
        retain_until date not null
      )`)
    this.addSql(`create index enterprise_contact_enterprise_id_index on enterprise_contact (enterprise_id)`)
  }
}
