import { Migration } from '@mikro-orm/migrations'

/** 설문과 결과 보고: what participants answered, what was published of an event, and reports as they were settled. */
export class Migration031Reports extends Migration {
  override up() {
    this.addSurveys()
    this.addReports()
    this.protect()
  }

  private addSurveys() {
    this.addSql(`
      create table survey (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        center_id uuid not null references center,
        audience text not null check (audience in ('enterprise', 'department')),
        unit text not null check (unit in ('person', 'participant')),
        title text not null check (title <> ''),
        state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index survey_event_id_index on survey (event_id)`)
    this.addSql(`
      create table question (
        id uuid primary key,
        survey_id uuid not null references survey on delete cascade,
        position integer not null check (position > 0),
        kind text not null check (kind in ('single', 'multiple', 'scale', 'text')),
        text text not null check (text <> ''),
        options text[] not null default '{}',
        unique (survey_id, position),
        check ((kind = 'text') = (cardinality(options) = 0))
      )`)
    this.addSql(`
      create table survey_link (
        id uuid primary key,
        survey_id uuid not null references survey on delete cascade,
        participation_id uuid references participation on delete cascade,
        token_hash text not null unique,
        created_at timestamptz not null,
        revoked_at timestamptz
      )`)
    this.addSql(`create index survey_link_survey_id_index on survey_link (survey_id)`)
    this.addSql(`create index survey_link_participation_id_index on survey_link (participation_id)`)
    this.addSql(`
      create table response (
        id uuid primary key,
        survey_id uuid not null references survey on delete cascade,
        participation_id uuid references participation on delete set null,
        link_id uuid references survey_link on delete set null,
        via text not null check (via in ('link', 'paper')),
        entry_key uuid not null unique,
        entered_by_id uuid references person,
        at timestamptz not null
      )`)
    this.addSql(`create index response_survey_id_index on response (survey_id)`)
    this.addSql(`create index response_participation_id_index on response (participation_id)`)
    this.addSql(`create index response_link_id_index on response (link_id)`)
    // 선택: places in the question's options, from 1 on; a scale is an answer of one place.
    this.addSql(`
      create table answer (
        response_id uuid not null references response on delete cascade,
        question_id uuid not null references question on delete cascade,
        choices integer[] not null default '{}',
        text text,
        primary key (response_id, question_id),
        check (cardinality(choices) > 0 or text <> '')
      )`)
    this.addSql(`create index answer_question_id_index on answer (question_id)`)
  }

  private addReports() {
    // Figures stay as they were printed ("130.0"): how exact a figure claims to be is part of it.
    this.addSql(`
      create table claimed_figure (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        center_id uuid not null references center,
        kind text not null check (kind in ('count', 'ratio', 'parts', 'shares', 'growth')),
        about text,
        label text not null check (label <> ''),
        value text check (value ~ '^\\d{1,12}(\\.\\d{1,4})?$'),
        parts text[] not null default '{}',
        part_labels text[] not null default '{}',
        source text not null check (source <> ''),
        published_on date,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index claimed_figure_event_id_index on claimed_figure (event_id)`)
    this.addSql(`
      create table event_report (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        center_id uuid not null references center,
        number integer not null check (number > 0),
        as_of timestamptz not null,
        figures jsonb not null,
        note text,
        frozen_by_id uuid references person,
        unique (event_id, number)
      )`)
  }

  private protect() {
    // Who answers is known by the link alone: the transaction says its hash, and the database shows that survey.
    this.addSql(`
      create function scope_survey() returns uuid language sql stable security definer set search_path = public as $$
        select l.survey_id from survey_link l
         where l.token_hash = nullif(current_setting('panro.survey_link', true), '') and l.revoked_at is null
      $$`)
    const kept = 'center_id = scope_center()'
    const policies = {
      survey: kept,
      claimed_figure: kept,
      event_report: kept,
      question: `exists (select 1 from survey s where s.id = survey_id and s.${kept})`,
      survey_link: `exists (select 1 from survey s where s.id = survey_id and s.${kept})`,
      response: `survey_id = scope_survey() or exists (select 1 from survey s where s.id = survey_id and s.${kept})`,
      answer: `exists (select 1 from response r where r.id = response_id)`,
    }
    for (const [table, condition] of Object.entries(policies)) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`create policy ${table}_scope on ${table} using (${condition})`)
    }
    this.addSql(`create policy survey_by_link on survey for select using (id = scope_survey())`)
    this.addSql(`create policy question_by_link on question for select using (survey_id = scope_survey())`)
    this.addSql(`
      create policy survey_link_by_link on survey_link for select
        using (token_hash = nullif(current_setting('panro.survey_link', true), ''))`)
    // What was settled stays as it was; a correction is the next number.
    this.addSql(`revoke update, delete on event_report from panro_request`)
  }
}
