import { Migration } from '@mikro-orm/migrations'

/** 심사 (vetting): criteria in versions, cases with one answer for each criterion, and who may not judge whom. */
export class Migration014Vetting extends Migration {
  override up() {
    this.addRequirementSets()
    this.addReviews()
    this.addSql(`
      create table conflict_of_interest (
        person_id uuid not null references person on delete cascade,
        enterprise_id uuid not null references enterprise on delete cascade,
        center_id uuid not null references center,
        reason text not null,
        declared_at timestamptz not null,
        primary key (person_id, enterprise_id)
      )`)
    this.addSql(
      `create index conflict_of_interest_enterprise_id_index on conflict_of_interest (enterprise_id)`,
    )
    this.protect()
  }

  private addRequirementSets() {
    this.addSql(`
      create table requirement_set (
        id uuid primary key,
        series_id uuid not null,
        number integer not null check (number > 0),
        center_id uuid not null references center,
        purpose text not null check (purpose in ('catalogue', 'certification', 'event')),
        kind_code text references certification_kind,
        title text not null check (title <> ''),
        state text not null default 'draft' check (state in ('draft', 'published')),
        effective_from date,
        open_until date,
        needs_two boolean not null default false,
        review_days integer not null default 14 check (review_days between 1 and 365),
        return_days integer not null default 7 check (return_days between 1 and 365),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        published_at timestamptz,
        check ((purpose = 'certification') = (kind_code is not null)),
        check (state = 'draft' or (effective_from is not null and published_at is not null)),
        unique (series_id, number)
      )`)
    this.addSql(
      `create unique index requirement_set_one_draft on requirement_set (series_id) where state = 'draft'`,
    )
    this.addSql(`create index requirement_set_center_id_index on requirement_set (center_id, purpose)`)
    this.addSql(`
      create table requirement (
        id uuid primary key,
        requirement_set_id uuid not null references requirement_set on delete cascade,
        key uuid not null,
        position integer not null check (position > 0),
        kind text not null check (kind in ('document', 'attestation', 'valid_certification', 'supply_capacity',
          'delivery_records', 'delivery_terms', 'staff_check', 'minimum_products')),
        text text not null check (text <> ''),
        law jsonb,
        parameters jsonb not null default '{}',
        is_required boolean not null default true,
        weight integer not null default 0 check (weight between 0 and 100),
        unique (requirement_set_id, position),
        unique (requirement_set_id, key)
      )`)
    // What enterprises were judged by can be read for ever as it was on that day.
    this.addSql(`
      create function refuse_published_change() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'requirement_set' then
          if old.state = 'published' then raise exception 'a published requirement set never changes'; end if;
        elsif exists (
          select 1 from requirement_set s where s.state = 'published'
            and s.id = coalesce(new.requirement_set_id, old.requirement_set_id)
        ) then raise exception 'a requirement of a published set never changes'; end if;
        return coalesce(new, old);
      end $$`)
    for (const table of ['requirement_set', 'requirement'])
      this.addSql(`
        create trigger ${table}_is_kept before update or delete on ${table}
          for each row execute function refuse_published_change()`)
  }

  private addReviews() {
    this.addSql(`
      create table review (
        id uuid primary key,
        center_id uuid not null references center,
        enterprise_id uuid not null references enterprise on delete cascade,
        requirement_set_id uuid not null references requirement_set,
        state text not null check (state in ('draft', 'submitted', 'in_review', 'returned', 'approved', 'rejected',
          'suspended', 'lapsed', 're_review')),
        cause text not null check (cause in ('application', 'expiry', 'list_change', 'report')),
        cause_detail text,
        certification_id uuid references certification on delete set null,
        assignee_id uuid references person,
        due_on date,
        opened_at timestamptz not null,
        submitted_at timestamptz,
        times_returned integer not null default 0,
        first_approver_id uuid references person,
        decided_at timestamptz,
        decided_by_id uuid references person,
        decision_reason text,
        notice_at timestamptz,
        has_published boolean not null default false,
        version integer not null default 1,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index review_queue_index on review (center_id, state, due_on)`)
    this.addSql(`create index review_enterprise_id_index on review (enterprise_id, opened_at desc)`)
    this.addSql(`create index review_requirement_set_id_index on review (requirement_set_id)`)
    this.addSql(`create index review_assignee_id_index on review (assignee_id)`)
    // Two people of one enterprise who begin at once begin one application; a list read twice opens one case.
    this.addSql(`
      create unique index review_one_application on review (enterprise_id, requirement_set_id)
        where cause = 'application' and state in ('draft', 'submitted', 'in_review', 'returned')`)
    this.addSql(`
      create unique index review_one_task on review (certification_id, cause)
        where cause <> 'application' and state in ('re_review', 'submitted', 'in_review', 'returned')`)
    this.addSql(`
      create table review_item (
        review_id uuid not null references review on delete cascade,
        number integer not null check (number > 0),
        requirement_id uuid not null references requirement,
        answer text,
        is_attested boolean not null default false,
        verdict text check (verdict in ('met', 'unmet', 'unclear', 'waived', 'overridden')),
        reason text,
        note text,
        note_sent_at timestamptz,
        is_note_answered boolean not null default false,
        note_reply text,
        judged_by_id uuid references person,
        judged_at timestamptz,
        primary key (review_id, number),
        check (verdict is null or verdict not in ('waived', 'overridden') or length(reason) >= 10)
      )`)
    this.addSql(`create index review_item_requirement_id_index on review_item (requirement_id)`)
    this.addSql(`
      create table review_item_file (
        review_id uuid not null,
        number integer not null,
        file_id uuid not null,
        added_at timestamptz not null,
        primary key (review_id, number, file_id),
        foreign key (review_id, number) references review_item (review_id, number) on delete cascade
      )`)
  }

  /** Criteria once published are for every enterprise to read; cases are the centre's and the enterprise's. */
  private protect() {
    const policies = {
      requirement_set: `center_id = scope_center() or (state = 'published' and cardinality(scope_enterprises()) > 0)`,
      requirement: `exists (select 1 from requirement_set s where s.id = requirement_set_id)`,
      review: `center_id = scope_center() or enterprise_id = any(scope_enterprises())`,
      review_item: `exists (select 1 from review r where r.id = review_id)`,
      review_item_file: `exists (select 1 from review r where r.id = review_id)`,
      conflict_of_interest: `center_id = scope_center()`,
    }
    for (const [table, condition] of Object.entries(policies)) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`create policy ${table}_scope on ${table} using (${condition})`)
    }
  }
}
