import { Migration } from '@mikro-orm/migrations'

/**
 * 증빙 파일 (evidence files): what is known of each; the bytes lie in a folder, under their hash. Uploads in parts are
 * on the record only as long as they are under way.
 */
export class Migration016EvidenceFiles extends Migration {
  override up() {
    this.addSql(`
      create table evidence_file (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null check (name <> ''),
        kind text not null check (kind in ('pdf', 'jpeg', 'png', 'webp', 'hwp', 'hwpx', 'xlsx')),
        size integer not null check (size > 0),
        pages integer,
        width integer,
        height integer,
        flags text[] not null default '{}',
        has_personal_data boolean not null default false,
        state text not null default 'kept' check (state in ('kept', 'removed')),
        uploaded_by_id uuid references person,
        created_at timestamptz not null,
        removed_at timestamptz,
        check ((state = 'removed') = (removed_at is not null))
      )`)
    this.addSql(
      `create index evidence_file_enterprise_id_index on evidence_file (enterprise_id, created_at desc, id desc)`,
    )
    this.addSql(`create index evidence_file_sha256_index on evidence_file (sha256)`)
    this.addSql(`create index evidence_file_uploaded_by_id_index on evidence_file (uploaded_by_id)`)
    this.addSql(`
      create table file_upload (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        name text not null check (name <> ''),
        size integer not null check (size > 0),
        has_personal_data boolean not null,
        by_id uuid not null references person on delete cascade,
        created_at timestamptz not null
      )`)
    this.addSql(`create index file_upload_enterprise_id_index on file_upload (enterprise_id)`)
    this.addSql(`create index file_upload_by_id_index on file_upload (by_id)`)
    this.hangOn()
    this.protect()
  }

  private hangOn() {
    this.addSql(`alter table evidence add column file_id uuid references evidence_file`)
    this.addSql(`create index evidence_file_id_index on evidence (file_id)`)
    // Not valid: cases of before may name a file that never was; from now on none can.
    this.addSql(
      `alter table review_item_file add constraint review_item_file_file_id_fkey
        foreign key (file_id) references evidence_file not valid`,
    )
    this.addSql(`create index review_item_file_file_id_index on review_item_file (file_id)`)
  }

  /**
   * The enterprise's own people and the staff of the centre that keeps it bring files in. The staff of a centre that
   * judges the enterprise read them as well, from the moment that a case has been submitted.
   */
  private protect() {
    const ours = `exists (select 1 from enterprise e where e.id = enterprise_id
      and (e.center_id = scope_center() or e.id = any(scope_enterprises())))`
    const judged = `exists (select 1 from review r where r.enterprise_id = evidence_file.enterprise_id
      and r.center_id = scope_center() and r.state <> 'draft')`
    this.addSql(`alter table evidence_file enable row level security`)
    this.addSql(`create policy evidence_file_seen on evidence_file for select using (${ours} or ${judged})`)
    this.addSql(`create policy evidence_file_added on evidence_file for insert with check (${ours})`)
    this.addSql(`create policy evidence_file_changed on evidence_file for update using (${ours})`)
    this.addSql(`alter table file_upload enable row level security`)
    this.addSql(`create policy file_upload_own on file_upload using (by_id = scope_person() and ${ours})`)
  }
}
