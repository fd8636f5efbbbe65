import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/app.ts'
import { ask, signIn } from '../kit/ask.ts'

const asking = ['ANONYMOUS', 'BUYER', 'ENTERPRISE', 'STAFF', 'LEAD'] as const
type Asking = (typeof asking)[number]

const everybody: readonly Asking[] = asking
const signedIn: readonly Asking[] = asking.filter(role => role !== 'ANONYMOUS')
const centre: readonly Asking[] = ['STAFF', 'LEAD']
const lead: readonly Asking[] = ['LEAD']
/** Whose sign-in has come half way: none of those here. */
const nobody: readonly Asking[] = []
/** Officers for their departments, the centre for all of its own. */
const planners: readonly Asking[] = ['BUYER', 'STAFF', 'LEAD']
const desk: readonly Asking[] = ['ENTERPRISE', 'STAFF', 'LEAD']

/** Who may call what. A mutation without a row here fails below: decide first, then add it. */
const allowed: Record<string, readonly Asking[]> = {
  addClaimedFigure: centre,
  removeClaimedFigure: centre,
  settleEventReport: centre,
  addDepartment: centre,
  addPlannedPurchase: planners,
  addPlannedPurchases: planners,
  changePlannedPurchase: planners,
  confirmPlanCategory: planners,
  restorePlannedPurchase: planners,
  setPlanVisibility: planners,
  withdrawPlannedPurchase: planners,
  addInstitution: centre,
  addOfficer: centre,
  changeDepartment: centre,
  changeInstitution: centre,
  changeOfficer: centre,
  endInstitution: centre,
  linkOfficer: centre,
  removeOfficer: centre,
  revealOfficer: centre,
  succeedInstitution: centre,
  unlinkOfficer: centre,
  createSurvey: centre,
  takeSurveyStep: centre,
  makeSurveyLink: centre,
  enterSurveyResponse: centre,
  answerSurvey: everybody,
  approveMembership: centre,
  bookWalkIn: centre,
  cancelMeeting: centre,
  finishMeeting: centre,
  markNoShow: centre,
  moveMeeting: centre,
  startMeeting: centre,
  undoMeetingStep: centre,
  checkIn: centre,
  undoCheckIn: centre,
  issuePasses: centre,
  revokePasses: centre,
  recordOutcome: signedIn,
  finishFollowUp: signedIn,
  reopenFollowUp: signedIn,
  arrangeConsultation: centre,
  refuseMembership: centre,
  registerEnterprise: everybody,
  acceptInvitation: everybody,
  createEvent: centre,
  copyEvent: centre,
  changeEvent: centre,
  takeEventStep: centre,
  setEventRounds: centre,
  setProgramme: centre,
  setEventQuotas: centre,
  setParticipantGroups: centre,
  layOutDay: centre,
  removeEventDay: centre,
  removeEventSlots: centre,
  addEventPlaces: centre,
  changeEventPlaces: centre,
  removeEventPlaces: centre,
  setEventPlaceHours: centre,
  addCategoryAlias: centre,
  addCertification: desk,
  addProduct: desk,
  changeClaim: desk,
  correctCertification: desk,
  stateClaim: desk,
  updateProduct: desk,
  verifyCertification: centre,
  verifyClaim: centre,
  withdrawCertification: desk,
  withdrawClaim: desk,
  addContact: desk,
  addEvidence: ['ENTERPRISE', 'STAFF', 'LEAD'],
  addFavourite: signedIn,
  answerRequirement: ['ENTERPRISE'],
  approveReview: centre,
  assignReview: centre,
  attachEvidence: ['ENTERPRISE'],
  beginReview: centre,
  applyImport: centre,
  cancelImport: centre,
  changePassword: signedIn,
  changeOwnName: signedIn,
  changeStaffRole: lead,
  removeSecondFactor: signedIn,
  revokeOtherSessions: signedIn,
  setCenterRule: lead,
  changeContact: desk,
  changePrice: centre,
  changeRequirementSet: centre,
  confirmSecondFactor: signedIn,
  createRequirementSet: centre,
  declareConflictOfInterest: centre,
  detachEvidence: ['ENTERPRISE'],
  discardRequirementSet: centre,
  draftRequirementSet: centre,
  editNoticeTemplate: centre,
  endCertification: centre,
  extendSession: signedIn,
  inviteStaff: lead,
  judgeItem: centre,
  markNoticesRead: signedIn,
  markSavedSearchSeen: signedIn,
  noteItem: centre,
  planEnterpriseBulk: centre,
  planReviewBulk: centre,
  startBulk: centre,
  stopBulk: centre,
  undoBulk: centre,
  publishRequirementSet: centre,
  reinstateReview: ['LEAD'],
  rejectReview: centre,
  removeCategoryAlias: centre,
  removeContact: desk,
  removeEvidence: ['ENTERPRISE', 'STAFF', 'LEAD'],
  removeEvidenceFile: ['ENTERPRISE'],
  removeFavourite: signedIn,
  removeSavedSearch: signedIn,
  removeView: centre,
  renameEnterprise: centre,
  reopenReview: centre,
  resetNoticeTemplate: centre,
  resetSecondFactor: lead,
  revokeSession: signedIn,
  revealContact: desk,
  saveSearch: signedIn,
  saveView: centre,
  sendBackReview: centre,
  setImportMapping: centre,
  setStaffDisabled: lead,
  shareView: centre,
  signIn: everybody,
  signInAsDemo: everybody,
  signOut: everybody,
  startApplication: ['ENTERPRISE'],
  startSecondFactor: signedIn,
  stateReadingReason: ['ENTERPRISE', 'STAFF', 'LEAD'],
  submitApplication: ['ENTERPRISE'],
  suspendReview: ['LEAD'],
  stateWorkforce: desk,
  takeEnterpriseStep: centre,
  takeProductStep: desk,
  updateView: centre,
  undoReviewDecision: centre,
  startDryRun: centre,
  undoImport: centre,
  applyToEvent: signedIn,
  changeParticipation: signedIn,
  acceptParticipation: ['BUYER', 'ENTERPRISE'],
  declineParticipation: signedIn,
  decideParticipation: centre,
  decideParticipations: centre,
  inviteParticipants: centre,
  sendLetters: centre,
  setCurationWeights: centre,
  undoCuration: centre,
  updateEnterpriseProfile: desk,
  verifySecondFactor: nobody,
  addMatch: centre,
  chooseMatch: centre,
  leaveOutMatch: centre,
  pinMatch: centre,
  proposeMatches: centre,
  setWishes: signedIn,
  discardTimetable: centre,
  moveInTimetable: centre,
  pinInTimetable: centre,
  publishTimetable: centre,
  replanTimetable: centre,
  runTimetable: centre,
  stopTimetable: centre,
}

const noEnterprise = '"enterprise_0198a0000000700080000000000000aa"'
const noEvent = '"event_0198a0000000700080000000000000aa"'
const noInstitution = '"institution_0198a0000000700080000000000000aa"'
const noDepartment = '"department_0198a0000000700080000000000000aa"'
const noPlan = '"plan_0198a0000000700080000000000000aa"'
const noOfficer = '"officer_0198a0000000700080000000000000aa"'
const noContact = '"contact_0198a0000000700080000000000000aa"'

const noParticipation = '"participation_0198a0000000700080000000000000aa"'
const noRun = '"run_0198a0000000700080000000000000aa"'
const noMatch = '"match_0198a0000000700080000000000000aa"'
const noClaim = '"credential_0198a0000000700080000000000000aa"'
const noCertificate = '"certificationclaim_0198a0000000700080000000000000aa"'
const aCertificate =
  'certification: { kind: "social_enterprise", number: "가", issuer: "가", validFrom: "2025-01-01" }'
const aProduct = 'product: { name: "가", category: "44", unit: "개", includesVat: true }'
const aClaim = 'claim: { supplyCapacity: { people: 1 } }'

const never = '0198a0000000700080000000000000aa'
const aMeeting = `id: "meeting_${never}", expectedVersion: 1`

/** What a call of these has to say so that it means a thing that never existed. */
const said: Record<string, string> = {
  addPlannedPurchase: `departmentId: ${noDepartment}, plan: { year: 2027, item: "가" }`,
  addPlannedPurchases: `table: { text: "가", year: 2027, unit: WON, department: ${noDepartment} }`,
  changePlannedPurchase: `id: ${noPlan}, expectedVersion: 1, changes: { item: "가" }`,
  confirmPlanCategory: `id: ${noPlan}, expectedVersion: 1`,
  restorePlannedPurchase: `id: ${noPlan}, expectedVersion: 1`,
  setPlanVisibility: `ids: [${noPlan}], visibility: PUBLIC`,
  withdrawPlannedPurchase: `id: ${noPlan}, expectedVersion: 1`,
  bookWalkIn: `placeId: "place_${never}", slotId: "slot_${never}", visitorDepartment: "가", entryKey: "0198a000-0000-7000-8000-0000000000aa"`,
  cancelMeeting: aMeeting,
  finishMeeting: aMeeting,
  markNoShow: `${aMeeting}, side: BOTH`,
  moveMeeting: `${aMeeting}, placeId: "place_${never}", slotId: "slot_${never}"`,
  startMeeting: aMeeting,
  undoMeetingStep: aMeeting,
  addClaimedFigure: `eventId: ${noEvent}, claim: { kind: COUNT, label: "가", value: "1", source: "가" }`,
  removeClaimedFigure: 'id: "claimedfigure_0198a0000000700080000000000000aa"',
  settleEventReport: `eventId: ${noEvent}`,
  applyToEvent: `eventId: ${noEvent}, enterpriseId: ${noEnterprise}, application: {}`,
  changeParticipation:
    'id: "participation_0198a0000000700080000000000000aa", application: {}, expectedVersion: 1',
  decideParticipations: `eventId: ${noEvent}, decision: CONFIRM, ids: ["participation_0198a0000000700080000000000000aa"], isDryRun: true`,
  inviteParticipants: `eventId: ${noEvent}, invited: { side: ENTERPRISE, query: "가" }, isDryRun: true`,
  sendLetters: `eventId: ${noEvent}, isDryRun: true`,
  setCurationWeights: `eventId: ${noEvent}, weights: {}, expectedVersion: 0`,
  undoCuration: `eventId: ${noEvent}, isDryRun: true`,
  addInstitution: `institution: { name: "가", kind: DISTRICT, parent: ${noInstitution} }`,
  addDepartment: `institutionId: ${noInstitution}, name: "가"`,
  addOfficer: `departmentId: ${noDepartment}, officer: { name: "가", purpose: "가", keepUntil: "${tomorrow()}" }`,
  changeInstitution: `id: ${noInstitution}, expectedVersion: 1, changes: { name: "가" }`,
  changeOfficer: `id: ${noOfficer}, expectedVersion: 1, changes: { name: "가" }`,
  removeOfficer: `id: ${noOfficer}, expectedVersion: 1`,
  revealOfficer: `id: ${noOfficer}, reason: "상담 일정을 알리려고 합니다"`,
  succeedInstitution: `id: ${noInstitution}, expectedVersion: 1, on: "2027-01-01", successors: [{ name: "가" }]`,
  createSurvey: `eventId: ${noEvent}, survey: { title: "가", audience: ENTERPRISE, unit: PERSON, questions: [{ kind: TEXT, text: "가" }] }`,
  makeSurveyLink: 'id: "survey_0198a0000000700080000000000000aa"',
  enterSurveyResponse:
    'id: "survey_0198a0000000700080000000000000aa", entryKey: "0198a000-0000-7000-8000-0000000000aa", answers: []',
  answerSurvey: 'token: "가", entryKey: "0198a000-0000-7000-8000-0000000000aa", answers: []',
  checkIn: `eventId: "event_${never}", participationId: "participation_${never}"`,
  undoCheckIn: `id: "checkin_${never}"`,
  issuePasses: `eventId: "event_${never}", kind: ENTRY`,
  revokePasses: `participationId: "participation_${never}"`,
  recordOutcome: `meetingId: "meeting_${never}", outcome: { result: NO_FIT }, entryKey: "0198a000-0000-7000-8000-0000000000aa"`,
  finishFollowUp: `id: "followup_${never}", expectedVersion: 1`,
  reopenFollowUp: `id: "followup_${never}", expectedVersion: 1`,
  arrangeConsultation: `meetingId: "meeting_${never}", what: "가", dueOn: "2027-01-01"`,
  approveMembership: 'id: "membershiprequest_0198a0000000700080000000000000aa"',
  refuseMembership: 'id: "membershiprequest_0198a0000000700080000000000000aa", reason: "가"',
  registerEnterprise:
    'input: { businessNumber: "1", name: "가", personName: "가", email: "x@roles.example.kr", password: "가", centerId: "center_0198a0000000700080000000000000aa" }',
  answerRequirement:
    'id: "application_0198a0000000700080000000000000aa", number: 1, answer: {}, expectedVersion: 1',
  createEvent: 'input: { series: "가", kind: BRIEFING, title: "가", year: 1 }',
  copyEvent: `id: ${noEvent}, input: {}`,
  changeEvent: `id: ${noEvent}, expectedVersion: 1, changes: {}`,
  takeEventStep: `id: ${noEvent}, step: CANCEL, expectedVersion: 1`,
  setEventRounds: `id: ${noEvent}, expectedVersion: 1, rounds: []`,
  setProgramme: `id: ${noEvent}, expectedVersion: 1, items: []`,
  setEventQuotas: `id: ${noEvent}, expectedVersion: 1, quotas: []`,
  setParticipantGroups: `id: ${noEvent}, expectedVersion: 1, groups: []`,
  layOutDay: `id: ${noEvent}, round: "round_0198a0000000700080000000000000aa", on: "2027-02-10", from: "09:00", until: "10:00"`,
  removeEventDay: `id: ${noEvent}, day: "day_0198a0000000700080000000000000aa"`,
  removeEventSlots: `id: ${noEvent}, slots: ["slot_0198a0000000700080000000000000aa"]`,
  addEventPlaces: `id: ${noEvent}, places: { kind: TABLE, names: "T1" }`,
  changeEventPlaces: `id: ${noEvent}, places: ["place_0198a0000000700080000000000000aa"], changes: {}`,
  removeEventPlaces: `id: ${noEvent}, places: ["place_0198a0000000700080000000000000aa"]`,
  setEventPlaceHours: `id: ${noEvent}, places: ["place_0198a0000000700080000000000000aa"], slots: ["slot_0198a0000000700080000000000000aa"]`,
  addEvidence:
    'to: "credential_0198a0000000700080000000000000aa", input: { fileId: "file_0198a0000000700080000000000000aa", issuer: "가" }',
  removeEvidence: 'id: "evidence_0198a0000000700080000000000000aa"',
  removeEvidenceFile: 'id: "file_0198a0000000700080000000000000aa"',
  stateReadingReason: 'id: "file_0198a0000000700080000000000000aa", reason: "자격 심사를 위한 확인"',
  addCategoryAlias: 'term: "가", category: "99", relation: SYNONYM',
  addContact: `enterpriseId: ${noEnterprise}, contact: { duty: SALES, name: "가", purpose: "가", retainUntil: "${tomorrow()}" }`,
  addFavourite: 'id: "product_0198a0000000700080000000000000aa"',
  editNoticeTemplate: 'kind: VETTING_APPROVED, expectedVersion: 999, subject: "가", body: "{link}"',
  inviteStaff: 'email: "new@roles.example.kr", name: "가", role: STAFF',
  resetNoticeTemplate: 'kind: VETTING_APPROVED, expectedVersion: 0',
  changeStaffRole: 'id: "person_0198a0000000700080000000000000aa", role: STAFF',
  setCenterRule: 'name: SECOND_FACTOR, isOn: true, expectedVersion: 999',
  resetSecondFactor: 'id: "person_0198a0000000700080000000000000aa"',
  revokeSession: 'id: "session_0198a0000000700080000000000000aa"',
  setStaffDisabled: 'id: "person_0198a0000000700080000000000000aa", isDisabled: true',
  attachEvidence:
    'id: "application_0198a0000000700080000000000000aa", number: 1, fileId: "file_0198a0000000700080000000000000aa", expectedVersion: 1',
  changeContact: `id: ${noContact}, expectedVersion: 1, changes: { name: "가" }`,
  changePrice: 'id: "product_0198a0000000700080000000000000aa", price: 1',
  changeRequirementSet:
    'id: "requirementset_0198a0000000700080000000000000aa", input: { title: "가", purpose: CATALOGUE, requirements: [] }, expectedVersion: 1',
  createRequirementSet: 'input: { title: "가", purpose: CATALOGUE, requirements: [] }',
  declareConflictOfInterest:
    'enterpriseId: "enterprise_0198a0000000700080000000000000aa", reason: "친족이 근무하고 있습니다."',
  detachEvidence:
    'id: "application_0198a0000000700080000000000000aa", number: 1, fileId: "file_0198a0000000700080000000000000aa", expectedVersion: 1',
  discardRequirementSet: 'id: "requirementset_0198a0000000700080000000000000aa", expectedVersion: 1',
  addMatch: `enterprise: ${noParticipation}, department: ${noParticipation}`,
  chooseMatch: `id: ${noMatch}`,
  leaveOutMatch: `id: ${noMatch}, reason: "가"`,
  pinMatch: `id: ${noMatch}, isPinned: true`,
  proposeMatches: 'event: "event_0198a0000000700080000000000000aa"',
  discardTimetable: `id: ${noRun}`,
  moveInTimetable: `id: ${noRun}, match: ${noMatch}, slot: "slot_0198a0000000700080000000000000aa", place: "place_0198a0000000700080000000000000aa"`,
  pinInTimetable: `id: ${noRun}, match: ${noMatch}, isPinned: true`,
  publishTimetable: `id: ${noRun}`,
  replanTimetable: `id: ${noRun}, because: { reason: "가" }`,
  runTimetable: 'round: "round_0198a0000000700080000000000000aa"',
  stopTimetable: `id: ${noRun}`,
  setWishes: `from: ${noParticipation}, wishes: []`,
  removeCategoryAlias: 'id: "categoryalias_0198a0000000700080000000000000aa"',
  removeContact: `id: ${noContact}, expectedVersion: 1`,
  removeFavourite: 'id: "product_0198a0000000700080000000000000aa"',
  removeSavedSearch: 'id: "savedsearch_0198a0000000700080000000000000aa"',
  removeView: 'id: "savedview_0198a0000000700080000000000000aa"',
  startApplication:
    'enterpriseId: "enterprise_0198a0000000700080000000000000aa", requirementSetId: "requirementset_0198a0000000700080000000000000aa"',
  revealContact: `id: ${noContact}, reason: "상담 일정을 알리려고 합니다"`,
  planEnterpriseBulk: 'action: PUBLISH, selection: { ids: ["enterprise_0198a0000000700080000000000000aa"] }',
  planReviewBulk: 'action: ASSIGN, selection: { ids: ["review_0198a0000000700080000000000000aa"] }',
  saveSearch: 'name: "가", scope: PRODUCT, query: "가나다"',
  saveView: 'list: AUDIT, view: { name: "가", filter: [] }',
  shareView: 'id: "savedview_0198a0000000700080000000000000aa", expectedVersion: 1, isShared: true',
  updateView: 'id: "savedview_0198a0000000700080000000000000aa", expectedVersion: 1, view: {}',
  stateWorkforce: `enterpriseId: ${noEnterprise}, expectedVersion: 0, workforce: { year: 2025, employees: 1, vulnerableEmployees: 0 }`,
  addCertification: `enterpriseId: ${noEnterprise}, ${aCertificate}`,
  correctCertification: `id: ${noCertificate}, expectedVersion: 1, ${aCertificate}`,
  withdrawCertification: `id: ${noCertificate}, expectedVersion: 1`,
  verifyCertification: `id: ${noCertificate}, expectedVersion: 1, isConfirmed: true, reason: "가"`,
  addProduct: `enterpriseId: ${noEnterprise}, ${aProduct}`,
  updateProduct: `id: "product_0198a0000000700080000000000000aa", expectedVersion: 1, ${aProduct}`,
  stateClaim: `enterpriseId: ${noEnterprise}, ${aClaim}`,
  changeClaim: `id: ${noClaim}, expectedVersion: 1, ${aClaim}`,
  withdrawClaim: `id: ${noClaim}, expectedVersion: 1`,
  verifyClaim: `id: ${noClaim}, expectedVersion: 1, isConfirmed: true, method: "가"`,
  updateEnterpriseProfile: `id: ${noEnterprise}, expectedVersion: 1, changes: { summary: "가" }`,
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
}

/** What some say to whoever passes, instead of that there is no such thing. */
const answers: Record<string, string> = {
  registerEnterprise: 'BAD_USER_INPUT',
  createEvent: 'BAD_USER_INPUT',
  changePassword: 'SIGN_IN_REFUSED',
  removeSecondFactor: 'WRONG_STATE',
  setCenterRule: 'CONFLICT',
  editNoticeTemplate: 'CONFLICT',
  resetNoticeTemplate: 'WRONG_STATE',
  confirmSecondFactor: 'WRONG_STATE',
  signIn: 'SIGN_IN_REFUSED',
}

const schema = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../api/schema.graphql'), 'utf8'),
)
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('every mutation of the contract has a row, and no row is left over', () => {
  expect(Object.keys(allowed).sort()).toEqual(mutations.map(({ name }) => name).sort())
})

const cases = mutations.flatMap(mutation => asking.map(role => ({ mutation, name: mutation.name, role })))

test.each(cases)('$name by $role', async ({ mutation, role }) => {
  const guard = await guardOf(mutation, role)
  expect(guard).toBe(expected(mutation.name, role))
})

function expected(name: string, role: Asking): string {
  if (allowed[name]?.includes(role)) return 'passes'
  return role === 'ANONYMOUS' || allowed[name] === nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN'
}

/** What the guard says to a call that is well-formed and means a thing that never existed. */
async function guardOf(mutation: GraphQLField<unknown, unknown>, role: Asking): Promise<string> {
  const question = role === 'ANONYMOUS' ? {} : { token: await tokenOf(role) }
  const { errors } = await ask(app, `mutation { ${callOf(mutation)} }`, question)
  // What was really done may have been the end of this very session.
  if (!errors) tokens.delete(role)
  const code = errors?.[0]?.extensions.code
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return code
  // Whoever passes comes to the rows, and there is no such row; anything else would mean a call that tests nothing.
  expect([undefined, answers[mutation.name] ?? 'NOT_FOUND']).toContain(code)
  return 'passes'
}

const tokens = new Map<Asking, string>()

/** Signed in once for as many calls as the session takes. */
async function tokenOf(role: Exclude<Asking, 'ANONYMOUS'>): Promise<string> {
  const token = tokens.get(role) ?? (await signIn(app, role))
  tokens.set(role, token)
  return token
}

function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const known = said[name]
  const given =
    known === undefined
      ? args.filter(isRequiredArgument).map(arg => `${arg.name}: ${valueOf(name, arg)}`)
      : [known]
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }'
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`
}

/** The least that an argument of the type takes. */
function valueOf(mutation: string, { name, type }: GraphQLArgument): string {
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name ?? ''
  const value = { ID: JSON.stringify(neverThere(mutation)), String: '"가"', Int: '1', Date: '"2026-01-31"' }[
    named.name
  ]
  if (value === undefined) throw new Error(`${mutation}(${name}: ${String(type)}): say here what it takes`)
  return value
}

/** A well-formed id of the kind of thing that the mutation returns. */
function neverThere(mutation: string): string {
  const type = schema.getMutationType()?.getFields()[mutation]?.type
  const noun = isNonNullType(type) ? getNamedType(type).name.toLowerCase() : 'product'
  return `${noun}_0198a0000000700080000000000000aa`
}
