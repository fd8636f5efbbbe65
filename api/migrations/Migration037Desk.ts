import { Migration } from '@mikro-orm/migrations'

/** Invitations by letter, what each person wants by mail, and documents that products rest on. */
export class Migration037Desk extends Migration {
  override up() {
    // The letter of an invitation has a code of its own, made when it leaves: what the lead was shown works beside it.
    this.addSql(`alter table person add column letter_hash text unique`)
    this.addNoticeChoices()
    this.addProductEvidence()
  }

  /** Only what somebody does without stands here; all else comes by mail. */
  private addNoticeChoices() {
    this.addSql(`
      create table notice_unmailed (
        person_id uuid not null references person on delete cascade,
        kind text not null check (kind <> ''),
        since timestamptz not null,
        primary key (person_id, kind)
      )`)
    this.addSql(`alter table notice_unmailed enable row level security`)
    this.addSql(`create policy notice_unmailed_scope on notice_unmailed using (person_id = scope_person())`)
    // 'kept': told in the app only, as the person wants it.
    this.addSql(`alter table notice drop constraint notice_state_check`)
    this.addSql(`
      alter table notice add constraint notice_state_check
        check (state in ('queued', 'failed', 'sent', 'given_up', 'withdrawn', 'kept'))`)
  }

  private addProductEvidence() {
    this.addSql(`alter table evidence add column product_id uuid references product on delete cascade`)
    this.addSql(`create index evidence_product_id_index on evidence (product_id)`)
    this.addSql(`alter table evidence drop constraint evidence_check`)
    this.addSql(`
      alter table evidence add constraint evidence_check
        check (num_nonnulls(credential_id, certification_id, claim_id, product_id) = 1)`)
  }
}
