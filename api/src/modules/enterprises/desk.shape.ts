import { globalIdSql } from '../../platform/global-id.ts'
import { column, field, many, one, type Shape } from '../../platform/read/shape.ts'
import { completenessSql } from './completeness.ts'
import { enterpriseShape } from './enterprise.shape.ts'
import { seenIn, stories } from '../audit/stories.ts'
import { tellsOfEnterprise } from '../audit/timeline.shape.ts'
import { isAtDesk } from './find-desk.ts'

/**
 * 기업 관리 — an enterprise as its members and the staff of its centre see it, whatever its state. Whoever reads it
 * must hold its rows against `isAtDesk`; downstream nouns add their fields.
 */
export const enterpriseDeskShape: Shape = {
  type: 'EnterpriseDesk',
  table: 'enterprise',
  fields: {
    id: column(row => globalIdSql('enterprisedesk', `${row}.id`)),
    version: field('version'),
    state: field('state'),
    source: field('source'),
    createdAt: field('created_at'),
    updatedAt: field('updated_at'),
    enterprise: one({
      shape: () => enterpriseShape,
      on: (row, enterprise) => `${enterprise}.id = ${row}.id`,
    }),
    lockedFields: field('source'),
    // Whose; the rows of the ledger are read by their own statement.
    timeline: field('id'),
    allowedActions: column(row => standingSql(row)),
    blockedActions: column(row => standingSql(row)),
    completeness: column(row => completenessSql(row)),
    contacts: many({
      shape: () => contactShape,
      on: (row, contact) => `${contact}.enterprise_id = ${row}.id`,
      orderBy: contact => `${contact}.duty, ${contact}.id`,
    }),
    workforce: many({
      shape: () => workforceShape,
      on: (row, workforce) => `${workforce}.enterprise_id = ${row}.id`,
      orderBy: workforce => `${workforce}.year desc`,
    }),
  },
}

/** What the verdicts on actions are found from. */
const standingSql = (row: string) =>
  `json_build_object('state', ${row}.state, 'hasCenter', ${row}.center_id is not null)`

export const contactShape: Shape = {
  type: 'Contact',
  table: 'enterprise_contact',
  fields: {
    id: column(row => globalIdSql('contact', `${row}.id`)),
    version: field('version'),
    duty: field('duty'),
    name: field('name'),
    phone: field('phone'),
    email: field('email'),
    purpose: field('purpose'),
    retainUntil: field('retain_until'),
  },
}

const workforceShape: Shape = {
  type: 'Workforce',
  table: 'workforce',
  fields: {
    year: field('year'),
    version: field('version'),
    employees: field('employees'),
    vulnerableEmployees: field('vulnerable_employees'),
  },
}

/** By either id; with what belongs to it. */
for (const tag of ['enterprise', 'enterprisedesk'])
  stories.set(tag, { tells: tellsOfEnterprise, isSeen: seenIn('enterprise', isAtDesk) })
