import { Migration } from '@mikro-orm/migrations'

/** Minutes from one zone of a venue to another, as a round has it; the zone is the `area` of a place. */
export class Migration038TravelTime extends Migration {
  override up() {
    this.addSql(`
      alter table event_round
        add column travel_minutes integer not null default 0 check (travel_minutes between 0 and 240)`)
  }
}
