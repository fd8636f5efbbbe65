import { Migration } from '@mikro-orm/migrations'

export class Migration006Products extends Migration {
  override up() {
    this.addSql(`
      create table product (
        id uuid primary key,
        enterprise_id uuid not null references enterprise on delete cascade,
        category_code text references category,
        external_id text,
        name text not null check (name <> ''),
        spec text,
        unit text not null,
        price bigint check (price >= 0),
        includes_vat boolean not null,
        minimum_order integer not null default 1 check (minimum_order >= 1),
        lead_days integer check (lead_days >= 0),
        delivery_regions text[] not null default '{}',
        state text not null default 'draft' check (state in ('draft', 'on_sale', 'withdrawn')),
        source text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (enterprise_id, external_id)
      )`)
    this.addSql(`create index product_enterprise_id_index on product (enterprise_id)`)
    this.addSql(`create index product_category_code_index on product (category_code text_pattern_ops)`)
    // One index per public order: a page is then read from its first row, not sorted out of the table.
    for (const [order, columns] of Object.entries({
      newest: 'created_at desc nulls last, id desc',
      price_asc: 'price, id',
      price_desc: 'price desc nulls last, id desc',
      lead_days: 'lead_days, id',
      name: 'name, id',
    }))
      this.addSql(`create index product_${order}_index on product (${columns}) where state = 'on_sale'`)
    this.addSql(`
      create table product_image (
        id uuid primary key,
        product_id uuid not null references product on delete cascade,
        url text not null check (url ~ '^(https://|/)'),
        alt text not null,
        position integer not null,
        unique (product_id, position)
      )`)
  }
}
