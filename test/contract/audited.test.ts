import { readFileSync } from 'node:fs'
import path from 'node:path'
import { eventNames } from '@panro/api/src/modules/audit/event-names.ts'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { read, signIn } from '../kit/ask.ts'
import { ownDesk } from '../kit/desk.ts'
import { openSql, type Sql } from '../kit/sql.ts'
import { playedElsewhere } from './played-elsewhere.data.ts'

type Signed = 'BUYER' | 'ENTERPRISE' | 'STAFF' | 'LEAD'

/** A call that succeeds and changes something, in the world below; rows are run one after the other. */
type ValidCall = (world: World) => string | Promise<string>

interface World {
  staff: string
  member: string
  /** Id of the member's enterprise. */
  enterprise: string
  /** The first row of a select whose column is `id`. */
  first(sql: string): Promise<string>
  version(table: string, id: string): Promise<number>
}

/** What a public id is of: `product_0198a0…` → the uuid as PostgreSQL reads it. */
const uuidOf = (id: string) => id.replace(/^[a-z]+_/, '')
const own = (world: World) => `'${uuidOf(world.enterprise)}'`

/** One valid call for each mutation, by whom. A mutation without a row here, or in `playedElsewhere`, fails. */
const calls: Record<string, { by: Signed; call: ValidCall }> = {
  addClaimedFigure: {
    by: 'STAFF',
    call: async world =>
      `addClaimedFigure(eventId: "event_${await world.first(heldEvent)}", claim: { kind: COUNT, label: "감사", value: "1", source: "시험" }) { eventId }`,
  },
  removeClaimedFigure: {
    by: 'STAFF',
    call: async world =>
      `removeClaimedFigure(id: "claimedfigure_${await world.first(`select id from claimed_figure where label = '감사'`)}")`,
  },
  settleEventReport: {
    by: 'STAFF',
    call: async world => `settleEventReport(eventId: "event_${await world.first(heldEvent)}") { eventId }`,
  },
  addCategoryAlias: {
    by: 'STAFF',
    call: () => 'addCategoryAlias(term: "감사시험", category: "44", relation: SYNONYM) { id }',
  },
  addCertification: {
    by: 'ENTERPRISE',
    call: ({ enterprise }) =>
      `addCertification(enterpriseId: "${enterprise}", certification: { kind: "social_enterprise", number: "감사-1", issuer: "고용노동부", validFrom: "2025-01-01" }) { id }`,
  },
  addProduct: {
    by: 'ENTERPRISE',
    call: ({ enterprise }) =>
      `addProduct(enterpriseId: "${enterprise}", product: { name: "감사 시험", category: "44", unit: "개", includesVat: true }) { id }`,
  },
  stateClaim: {
    by: 'ENTERPRISE',
    call: ({ enterprise }) =>
      `stateClaim(enterpriseId: "${enterprise}", claim: { supplyCapacity: { people: 3 } }) { id }`,
  },
  addContact: {
    by: 'ENTERPRISE',
    call: ({ enterprise }) =>
      `addContact(enterpriseId: "${enterprise}", contact: { duty: SALES, name: "홍길동", purpose: "상담", retainUntil: "${nextYear()}" }) { id }`,
  },
  addFavourite: {
    by: 'BUYER',
    call: async world => `addFavourite(id: "product_${await world.first(onSale)}") { id }`,
  },
  changeContact: {
    by: 'ENTERPRISE',
    call: async world => {
      const contact = await world.first(contactOf(world))
      const version = await world.version('enterprise_contact', contact)
      return `changeContact(id: "contact_${contact}", expectedVersion: ${version}, changes: { purpose: "감사 시험" }) { id }`
    },
  },
  changePrice: {
    by: 'STAFF',
    call: async world => `changePrice(id: "product_${await world.first(onSale)}", price: 987654) { id }`,
  },
  editNoticeTemplate: {
    by: 'STAFF',
    call: () =>
      'editNoticeTemplate(kind: VETTING_APPROVED, expectedVersion: 0, subject: "감사", body: "감사 {link}") { version }',
  },
  endCertification: {
    by: 'STAFF',
    call: async world =>
      `endCertification(id: "certification_${await world.first(certificationOf(world))}", how: CANCELLED, on: "2099-01-01", reason: "시험") { id }`,
  },
  inviteStaff: {
    by: 'LEAD',
    call: () => 'inviteStaff(email: "new@audited.example.kr", name: "새 직원", role: STAFF) { __typename }',
  },
  inviteAgain: {
    by: 'LEAD',
    call: async world =>
      `inviteAgain(id: "person_${await world.first(`select id from person where email = 'new@audited.example.kr'`)}") { __typename }`,
  },
  setNoticeMail: {
    by: 'STAFF',
    call: () => 'setNoticeMail(kind: VETTING_ARRIVED, isByMail: false) { isByMail }',
  },
  changeOwnName: { by: 'BUYER', call: () => 'changeOwnName(name: "감사 시험") { id }' },
  changeStaffRole: {
    by: 'LEAD',
    call: async world =>
      `changeStaffRole(id: "person_${await world.first(`select id from person where email = 'colleague@demo.example.kr'`)}", role: LEAD) { __typename }`,
  },
  revokeOtherSessions: { by: 'BUYER', call: () => 'revokeOtherSessions' },
  setCenterRule: {
    by: 'LEAD',
    call: () => 'setCenterRule(name: SECOND_FACTOR, isOn: true, expectedVersion: 0) { __typename }',
  },
  markNoticesRead: { by: 'BUYER', call: () => 'markNoticesRead' },
  markSavedSearchSeen: {
    by: 'BUYER',
    call: async world =>
      `markSavedSearchSeen(id: "savedsearch_${await world.first('select id from saved_search order by id')}") { id }`,
  },
  removeCategoryAlias: {
    by: 'STAFF',
    call: async world =>
      `removeCategoryAlias(id: "categoryalias_${await world.first(`select id from category_alias where term = '감사시험'`)}")`,
  },
  removeContact: {
    by: 'ENTERPRISE',
    call: async world => {
      const contact = await world.first(contactOf(world))
      return `removeContact(id: "contact_${contact}", expectedVersion: ${await world.version('enterprise_contact', contact)}) { id }`
    },
  },
  removeFavourite: {
    by: 'BUYER',
    call: async world =>
      `removeFavourite(id: "product_${await world.first('select product_id as id from favourite where product_id is not null')}")`,
  },
  removeSavedSearch: {
    by: 'BUYER',
    call: async world =>
      `removeSavedSearch(id: "savedsearch_${await world.first('select id from saved_search order by id')}")`,
  },
  renameEnterprise: {
    by: 'STAFF',
    call: ({ enterprise }) => `renameEnterprise(id: "${enterprise}", name: "감사 시험") { id }`,
  },
  resetNoticeTemplate: {
    by: 'STAFF',
    call: () => 'resetNoticeTemplate(kind: VETTING_APPROVED, expectedVersion: 1) { version }',
  },
  revealContact: {
    by: 'STAFF',
    call: async world =>
      `revealContact(id: "contact_${await world.first(contactOf(world))}", reason: "상담 일정을 알리려고 합니다") { name }`,
  },
  saveSearch: { by: 'BUYER', call: () => 'saveSearch(name: "감사", scope: PRODUCT, query: "인쇄") { id }' },
  setStaffDisabled: {
    by: 'LEAD',
    call: async world =>
      `setStaffDisabled(id: "person_${await world.first(`select id from person where email = 'colleague@demo.example.kr'`)}", isDisabled: true, reason: "감사 시험") { __typename }`,
  },
  signInAsDemo: { by: 'BUYER', call: () => 'signInAsDemo(role: BUYER) { __typename }' },
  signOut: { by: 'LEAD', call: () => 'signOut' },
  removeView: {
    by: 'STAFF',
    call: async world => `removeView(id: "savedview_${await world.first(anyView)}")`,
  },
  saveView: {
    by: 'STAFF',
    call: () => 'saveView(list: AUDIT, view: { name: "감사", filter: [] }) { id }',
  },
  shareView: {
    by: 'STAFF',
    call: async world =>
      `shareView(id: "savedview_${await world.first(anyView)}", expectedVersion: 1, isShared: true) { id }`,
  },
  stateWorkforce: {
    by: 'ENTERPRISE',
    call: ({ enterprise }) =>
      `stateWorkforce(enterpriseId: "${enterprise}", expectedVersion: 0, workforce: { year: 2025, employees: 10, vulnerableEmployees: 4 }) { id }`,
  },
  takeEnterpriseStep: {
    by: 'STAFF',
    call: ({ enterprise }) => `takeEnterpriseStep(id: "${enterprise}", step: WITHDRAW) { id }`,
  },
  takeProductStep: {
    by: 'STAFF',
    call: async world => `takeProductStep(id: "product_${await world.first(onSale)}", step: WITHDRAW) { id }`,
  },
  updateView: {
    by: 'STAFF',
    call: async world =>
      `updateView(id: "savedview_${await world.first(anyView)}", expectedVersion: 2, view: { sort: "-at" }) { id }`,
  },
  updateEnterpriseProfile: {
    by: 'ENTERPRISE',
    call: async world =>
      `updateEnterpriseProfile(id: "${world.enterprise}", expectedVersion: ${await world.version('enterprise', uuidOf(world.enterprise))}, changes: { summary: "감사 시험" }) { id }`,
  },
}

/** Calls that need what another call leaves behind come after it, and so do those that take it away. */
const later = [
  'removeClaimedFigure',
  'markSavedSearchSeen',
  'revealContact',
  'changeContact',
  'removeCategoryAlias',
  'removeContact',
  'removeFavourite',
  'removeSavedSearch',
  'takeEnterpriseStep',
  'takeProductStep',
  'resetNoticeTemplate',
  'shareView',
  'updateView',
  'removeView',
  'signOut',
]

const heldEvent = `select id from event where state = 'held' order by id`
const anyView = 'select id from saved_view order by id'
const onSale = `select p.id from product p join enterprise e on e.id = p.enterprise_id
  where p.state = 'on_sale' and e.state = 'published' and e.center_id = (select center_id from person where email = 'staff@demo.example.kr') order by p.id`
const contactOf = (world: World) =>
  `select id from enterprise_contact where enterprise_id = ${own(world)} order by id`
const certificationOf = (world: World) =>
  `select id from certification where enterprise_id = ${own(world)} and cancelled_on is null and returned_on is null order by id`
const nextYear = () => `${new Date().getFullYear() + 1}-01-31`

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})

let app: TestApp
let sql: Sql
let world: World
const tokens = new Map<Signed, string>()
beforeAll(async () => {
  app = await startApp()
  sql = await openSql(app.databaseUrl)
  for (const role of ['BUYER', 'ENTERPRISE', 'STAFF', 'LEAD'] as const)
    tokens.set(role, await signIn(app, role))
  const member = tokens.get('ENTERPRISE') ?? ''
  const desk = await ownDesk(app, member)
  world = {
    staff: tokens.get('STAFF') ?? '',
    member,
    enterprise: desk.enterprise.id,
    first: async select => {
      const [row] = await sql.run<{ id: string }>(`${select} limit 1`)
      if (!row) throw new Error(`Nothing: ${select}`)
      return row.id.replaceAll('-', '')
    },
    version: async (table, id) => {
      const [row] = await sql.run<{ version: number }>(`select version from ${table} where id = $1`, [id])
      return row?.version ?? 0
    },
  }
})
afterAll(async () => {
  await sql.end()
  await app.stop()
})

test('every mutation of the contract has a valid call here, and no row is left over', () => {
  expect([...Object.keys(calls), ...Object.keys(playedElsewhere)].sort()).toEqual(mutations.sort())
})

const rank = (name: string) => later.indexOf(name)
test.each(Object.keys(calls).sort((a, b) => rank(a) - rank(b)))('%s leaves a ledger row', async name => {
  const { by, call } = calls[name] ?? { by: 'BUYER', call: () => '' }
  const before = new Set((await ledgerRows()).map(({ id }) => id))
  await read(app, `mutation { ${await call(world)} }`, { token: tokens.get(by) ?? '' })
  // What the system tells of by itself meanwhile, such as a mail that has left, is not of this call.
  const written = (await ledgerRows()).filter(row => !before.has(row.id) && row.actor_role !== 'system')
  expect(written.length).toBeGreaterThanOrEqual(1)
  expect(written.map(row => row.name).filter(event => !(event in eventNames))).toEqual([])
  for (const { actor_role: role } of written) expect(role).toBe(by.toLowerCase())
})

test('whatever the ledger tells has a verb', async () => {
  const rows = await sql.run<{ name: string }>('select distinct name from ledger')
  expect(rows.map(({ name }) => name).filter(name => !(name in eventNames))).toEqual([])
  expect(rows.length).toBeGreaterThan(10)
})

const ledgerRows = () =>
  sql.run<{ id: string; name: string; actor_role: string }>(
    'select id, name, actor_role from ledger order by id',
  )
