import { Migration } from '@mikro-orm/migrations'

/**
 * 기관·부서·담당자 and what they plan to buy. Names of public bodies are nobody's secret; the people in
 * them are personal data, and a planned purchase is shown as far as its visibility says.
 */
export class Migration026Institutions extends Migration {
  override up() {
    this.addInstitutions()
    this.addPlans()
    this.addSql(`
      create function scope_departments() returns uuid[] language sql stable parallel safe as $$
        select nullif(current_setting('panro.departments', true), '')::uuid[]
      $$`)
    this.protect()
  }

  private addInstitutions() {
    this.addSql(`
      create table institution (
        id uuid primary key,
        center_id uuid not null references center,
        kind text not null check (kind in ('head_office', 'district', 'invested', 'education_office', 'school',
          'public_enterprise', 'police_fire', 'other')),
        name text not null check (name <> ''),
        region_code text references region,
        parent_id uuid references institution,
        valid_from date,
        valid_until date,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (valid_until >= valid_from),
        unique nulls not distinct (center_id, name, valid_from)
      )`)
    this.addSql(`create index institution_parent_id_index on institution (parent_id)`)
    this.addSql(`
      create table institution_succession (
        from_id uuid not null references institution on delete cascade,
        to_id uuid not null references institution on delete cascade,
        effective_on date not null,
        primary key (from_id, to_id),
        check (from_id <> to_id)
      )`)
    this.addSql(`
      create table department (
        id uuid primary key,
        center_id uuid not null references center,
        institution_id uuid not null references institution on delete cascade,
        name text not null check (name <> ''),
        valid_from date,
        valid_until date,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (valid_until >= valid_from),
        unique nulls not distinct (institution_id, name, valid_from)
      )`)
    this.addSql(`create index department_center_id_index on department (center_id)`)
    this.addSql(`
      create table officer (
        id uuid primary key,
        center_id uuid not null references center,
        department_id uuid not null references department on delete cascade,
        person_id uuid references person on delete set null,
        name text not null check (name <> ''),
        title text,
        phone text,
        email text,
        purpose text not null check (purpose <> ''),
        keep_until date not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (department_id, person_id)
      )`)
    this.addSql(`create index officer_person_id_index on officer (person_id)`)
    // For whom somebody acts when signed in; read before a transaction can say who that is.
    this.addSql(`
      create table department_member (
        person_id uuid not null references person on delete cascade,
        department_id uuid not null references department on delete cascade,
        primary key (person_id, department_id)
      )`)
    this.addSql(`create index department_member_department_id_index on department_member (department_id)`)
  }

  private addPlans() {
    this.addSql(`
      create table planned_purchase (
        id uuid primary key,
        center_id uuid not null references center,
        department_id uuid not null references department on delete cascade,
        year integer not null check (year between 2000 and 2100),
        month integer check (month between 1 and 12),
        item text not null check (item <> ''),
        category_code text references category,
        confidence real check (confidence between 0 and 1),
        is_category_confirmed boolean not null default false,
        won bigint check (won > 0),
        budget_line text,
        visibility text not null default 'center' check (visibility in ('department', 'center', 'participants', 'public')),
        source text not null check (source in ('officer', 'staff', 'import')),
        import_run_id uuid references import_run on delete set null,
        import_row integer,
        state text not null default 'planned' check (state in ('planned', 'withdrawn')),
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(`create index planned_purchase_department_id_index on planned_purchase (department_id, year)`)
    this.addSql(`create index planned_purchase_center_id_index on planned_purchase (center_id, year, id)`)
    this.addSql(
      `create index planned_purchase_category_index on planned_purchase (category_code text_pattern_ops)`,
    )
    this.addSql(`create index planned_purchase_import_run_id_index on planned_purchase (import_run_id)`)
  }

  private protect() {
    const keptByCenter = {
      institution: 'center_id = scope_center()',
      institution_succession:
        'exists (select 1 from institution i where i.id = from_id and i.center_id = scope_center())',
      department: 'center_id = scope_center()',
    }
    for (const [table, condition] of Object.entries(keptByCenter)) {
      this.addSql(`alter table ${table} enable row level security`)
      this.addSql(`create policy ${table}_is_known on ${table} for select using (true)`)
      this.addSql(`create policy ${table}_scope on ${table} using (${condition})`)
    }
    this.addSql(`alter table officer enable row level security`)
    this.addSql(
      `create policy officer_scope on officer using (center_id = scope_center() or person_id = scope_person())`,
    )
    // What participants may see besides is granted with the events they take part in.
    this.addSql(`alter table planned_purchase enable row level security`)
    this.addSql(`
      create policy planned_purchase_scope on planned_purchase
        using (center_id = scope_center() and visibility <> 'department' or department_id = any(scope_departments()))`)
    this.addSql(`
      create policy planned_purchase_is_public on planned_purchase for select using (visibility = 'public')`)
  }
}
