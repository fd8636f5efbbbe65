import { Migration } from '@mikro-orm/migrations'

export class Migration005Certifications extends Migration {
  override up() {
    this.addSql(`
      create table certification_kind (
        code text primary key,
        name text not null,
        name_en text not null,
        issuer text not null,
        legal_basis text not null,
        validity_rule text not null,
        check_url text,
        is_social_economy boolean not null,
        source text not null,
        as_of date not null,
        position integer not null
      )`)
    this.addSql(`
      create table certification (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        kind_code text not null references certification_kind,
        number text,
        purpose_type text,
        issuer text,
        issued_on date,
        valid_from date,
        valid_until date,
        cancelled_on date,
        returned_on date,
        has_unknown_dates boolean not null default false,
        source text not null,
        source_as_of date,
        superseded_by_id uuid references certification on delete set null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (valid_until >= valid_from),
        check (has_unknown_dates or valid_from is not null),
        -- A renewal is a new row; the same row twice is not.
        unique nulls not distinct (enterprise_id, kind_code, number, valid_from)
      )`)
    this.addSql(`create index certification_kind_code_index on certification (kind_code, enterprise_id)`)

    // The rule, once for SQL. Its twin in TypeScript is validityOn() and a property test compares them.
    // "Until" is the last day that counts; a cancellation or a return takes effect on its own day.
    this.addSql(`
      create function certification_validity(
        valid_from date, valid_until date, cancelled_on date, returned_on date, has_unknown_dates boolean, day date
      ) returns text language sql immutable parallel safe as $$
        select case
          when day >= cancelled_on or day >= returned_on or day > valid_until or day < valid_from then 'invalid'
          when has_unknown_dates then 'unknown'
          else 'valid'
        end
      $$`)
  }
}
