import { Migration } from '@mikro-orm/migrations'

/**
 * 계약 규정: under which amount, for whom and by which article a contract may be worth a look. Laws and thresholds
 * change, so each row has its days, where it was read and when; a change of the law ends one row and begins another.
 */
export class Migration032ContractRules extends Migration {
  override up() {
    this.addSql(`
      create table contract_rule (
        code text not null check (code <> ''),
        edition integer not null default 1 check (edition > 0),
        law_of text not null check (law_of in ('local', 'national')),
        title text not null check (title <> ''),
        kind_codes text[] not null default '{}',
        above_won bigint check (above_won > 0),
        most_won bigint check (most_won > coalesce(above_won, 0)),
        condition text,
        law text not null check (law <> ''),
        valid_from date,
        valid_until date check (valid_until >= valid_from),
        source text not null check (source <> ''),
        as_of date not null,
        position integer not null,
        primary key (code, edition)
      )`)
    // Read by everybody, written by none who asks: it comes with the reference data.
    this.addSql(`revoke insert, update, delete on contract_rule from panro_request`)
  }
}
