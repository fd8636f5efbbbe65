import { defineEntity, p } from '@mikro-orm/core'

/**
 * 품목분류 — 조달청 물품분류번호 (8 digits) or 세부품명번호 (10). The code holds its ancestors: its
 * first 2, 4, 6 and 8 digits. Codes end with what means something: 44000000 is kept as 44.
 */
export const CategorySchema = defineEntity({
  name: 'Category',
  properties: {
    code: p.text().primary(),
    /** Written by the database from the code. */
    parentCode: p.text().nullable().persist(false),
    name: p.text(),
    nameEn: p.text().nullable(),
    isActive: p.boolean().default(true),
  },
})
export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category)
