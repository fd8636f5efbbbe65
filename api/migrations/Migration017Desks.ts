import { Migration } from '@mikro-orm/migrations'

/** What enterprises and the staff of their centre keep at their desks. */
export class Migration017Desks extends Migration {
  override up() {
    this.addSql(`
      alter table enterprise_contact
        add column version integer not null default 1,
        add column created_at timestamptz not null default now(),
        add column updated_at timestamptz not null default now()`)
    this.addSql(`
      create table workforce (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        year integer not null check (year between 1990 and 2999),
        employees integer not null check (employees >= 0),
        vulnerable_employees integer not null check (vulnerable_employees between 0 and employees),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (enterprise_id, year)
      )`)
    this.tellClaimsFromFacts()
    this.findByInitials()
  }

  /** What an enterprise says of itself counts nowhere until somebody has looked; a look covers the words it saw. */
  private tellClaimsFromFacts() {
    this.addSql(`
      alter table certification add column standing text not null default 'confirmed'
        check (standing in ('claimed', 'confirmed', 'refused'))`)
    this.addSql(`alter table credential add column withdrawn_at timestamptz`)
    this.addSql(`alter table verification add column claim_version integer not null default 1`)
  }

  /** 초성 — a name by its initial consonants, without blanks, for the lists of the staff. */
  private findByInitials() {
    this.addSql(`
      create function hangul_initials(name text) returns text language sql immutable strict parallel safe as $$
        select coalesce(string_agg(
          case when c between '가' and '힣' collate "C"
            then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(c) - 44032) / 588 + 1, 1)
            else lower(c) end, '' order by n), '')
        from regexp_split_to_table(regexp_replace(name, '\\s', '', 'g'), '') with ordinality t(c, n)
      $$`)
    this.addSql(`
      alter table enterprise add column initials text generated always as (hangul_initials(name)) stored`)
  }
}
