import { Migration } from '@mikro-orm/migrations'

/** 희망·매칭: whom each side wants to meet, and which pairs are to meet and why. */
export class Migration028Matching extends Migration {
  override up() {
    this.addSql(`
      create table wish (
        from_id uuid not null references participation on delete cascade,
        to_id uuid not null references participation on delete cascade,
        event_id uuid not null references event on delete cascade,
        choice text not null check (choice in ('must', 'want', 'no')),
        note text,
        said_by_id uuid references person on delete set null,
        said_at timestamptz not null,
        primary key (from_id, to_id),
        check (from_id <> to_id)
      )`)
    this.addSql(`create index wish_to_id_index on wish (to_id)`)
    this.addSql(`create index wish_event_id_index on wish (event_id)`)
    this.addSql(`
      create table match (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        round_id uuid references event_round on delete cascade,
        center_id uuid not null references center,
        enterprise_id uuid not null references participation on delete cascade,
        department_id uuid not null references participation on delete cascade,
        type text not null check (type in ('mutual', 'buyer', 'enterprise', 'item', 'category', 'region', 'rule', 'staff')),
        because jsonb not null default '[]',
        weight integer not null,
        state text not null check (state in ('chosen', 'left_out')),
        is_pinned boolean not null default false,
        left_out_code text,
        left_out_reason text,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'left_out') = (left_out_reason is not null)),
        unique (event_id, enterprise_id, department_id)
      )`)
    this.addSql(`create index match_round_id_index on match (round_id)`)
    this.addSql(`create index match_enterprise_id_index on match (enterprise_id)`)
    this.addSql(`create index match_department_id_index on match (department_id)`)
    this.addSql(`alter table wish enable row level security`)
    // 만나지 않음 is never shown to the one it is about: only who said it, and the centre.
    this.addSql(`
      create policy wish_scope on wish using (from_id in (select own_participations())
        or exists (select 1 from participation p where p.id = from_id and p.center_id = scope_center()))`)
    this.addSql(`alter table match enable row level security`)
    this.addSql(`create policy match_scope on match using (center_id = scope_center())`)
  }
}
