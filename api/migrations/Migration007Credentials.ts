import { Migration } from '@mikro-orm/migrations'

/** The capability passport: each row is a claim; evidence and verification hang on it, or on a certification. */
export class Migration007Credentials extends Migration {
  override up() {
    this.addSql(`
      create table credential (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        kind text not null check (kind in ('supply_capacity', 'delivery_record', 'delivery_terms')),
        category_code text references category,
        stated_on date not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (id, kind)
      )`)
    this.addSql(`create index credential_enterprise_id_index on credential (enterprise_id, kind)`)
    const claims = {
      supply_capacity: `
        quantity_per_month integer check (quantity_per_month > 0), unit text, people integer check (people >= 0), facilities text`,
      delivery_record: `
        client text not null, item text not null, amount bigint not null check (amount >= 0),
        delivered_on date not null, contract_number text`,
      delivery_terms: `
        regions text[] not null default '{}', lead_days integer check (lead_days >= 0),
        minimum_order integer check (minimum_order >= 1), payment text, after_service text`,
    }
    for (const [kind, columns] of Object.entries(claims))
      this.addSql(`
        create table ${kind} (
          credential_id uuid primary key,
          kind text not null default '${kind}' check (kind = '${kind}'),
          ${columns},
          foreign key (credential_id, kind) references credential (id, kind) on delete cascade
        )`)
    this.addSql(`
      create table evidence (
        id uuid primary key,
        credential_id uuid references credential on delete cascade,
        certification_id uuid references certification on delete cascade,
        issuer text not null,
        number text,
        issued_on date,
        url text check (url ~ '^https?://'),
        check (num_nonnulls(credential_id, certification_id) = 1)
      )`)
    this.addSql(`create index evidence_credential_id_index on evidence (credential_id)`)
    this.addSql(`create index evidence_certification_id_index on evidence (certification_id)`)
    this.addSql(`
      create table verification (
        id uuid primary key,
        credential_id uuid not null references credential on delete cascade,
        result text not null check (result in ('confirmed', 'not_confirmed')),
        verified_on date not null,
        method text not null,
        next_check_on date,
        by_id uuid references person
      )`)
    this.addSql(
      `create index verification_credential_id_index on verification (credential_id, verified_on desc, id desc)`,
    )
  }
}
