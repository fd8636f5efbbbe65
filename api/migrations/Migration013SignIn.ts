import { Migration } from '@mikro-orm/migrations'

/** Passwords, second factors, sessions that end when nobody is there, and who asks to act for an enterprise. */
export class Migration013SignIn extends Migration {
  override up() {
    this.addSql(`
      alter table person
        add column password_hash text,
        add column disabled_at timestamptz,
        add column invitation_hash text unique,
        add column invitation_ends_at timestamptz,
        add column otp_secret text,
        add column otp_confirmed_at timestamptz,
        add column otp_last_step integer not null default 0`)
    // However an address is written, it is one person's.
    this.addSql(`update person set email = lower(email)`)
    this.addSql(`alter table person add constraint person_email_is_lower check (email = lower(email))`)

    // A session of before knew no idleness; its owner signs in once more.
    this.addSql(`delete from session`)
    this.addSql(`
      alter table session
        add column seen_at timestamptz not null,
        add column stage text not null check (stage in ('open', 'second_factor', 'enrolment')),
        add column method text not null check (method in ('password', 'demo'))`)

    this.addSql(`
      create table recovery_code (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        code_hash text not null,
        used_at timestamptz,
        unique (person_id, code_hash)
      )`)
    this.addAttempts()
    this.addMembershipRequests()
  }

  /** Who and where from are kept as keyed hashes only: enough to count, not to read. */
  private addAttempts() {
    this.addSql(`create table attempt_key (key text not null)`)
    this.addSql(
      `insert into attempt_key select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`,
    )
    this.addSql(`revoke insert, update, delete on attempt_key from panro_request`)
    this.addSql(`
      create table sign_in_attempt (
        id uuid primary key,
        at timestamptz not null,
        factor text not null check (factor in ('password', 'code')),
        account text not null,
        network text not null,
        outcome text not null check (outcome in ('trying', 'right', 'wrong'))
      )`)
    this.addSql(`create index sign_in_attempt_account_index on sign_in_attempt (account, at)`)
    this.addSql(`create index sign_in_attempt_network_index on sign_in_attempt (network, at)`)
    this.addSql(`create index sign_in_attempt_at_index on sign_in_attempt (at)`)
  }

  private addMembershipRequests() {
    this.addSql(`
      create table membership_request (
        id uuid primary key,
        person_id uuid not null references person on delete cascade,
        enterprise_id uuid not null references enterprise on delete cascade,
        state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
        created_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid references person,
        reason text
      )`)
    this.addSql(
      `create unique index membership_request_open_index on membership_request (person_id, enterprise_id) where state = 'asked'`,
    )
    this.addSql(`create index membership_request_enterprise_id_index on membership_request (enterprise_id)`)
  }
}
