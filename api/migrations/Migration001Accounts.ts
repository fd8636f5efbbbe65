import { Migration } from '@mikro-orm/migrations'

export class Migration001Accounts extends Migration {
  override up() {
    this.addSql(`
      create table person (
        id uuid primary key,
        email text not null unique,
        name text not null,
        role text not null check (role in ('buyer', 'enterprise', 'staff', 'lead')),
        is_demo boolean not null default false,
        created_at timestamptz not null
      )`)
    this.addSql(`
      create table session (
        id uuid primary key,
        token_hash text not null unique,
        person_id uuid not null references person on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`)
    this.addSql(`create index session_person_id_index on session (person_id)`)
  }
}
