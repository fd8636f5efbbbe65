import { Migration } from '@mikro-orm/migrations'

/** 안내: what helps an enterprise to meet a requirement, beside the sentence that it is judged by. */
export class Migration024RequirementGuidance extends Migration {
  override up() {
    this.addSql(`alter table requirement add column guidance text check (guidance <> '')`)
  }
}
