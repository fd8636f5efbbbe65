import { passToken, type RolesWorld } from '../kit/roles-world.ts'
import { asking, type Asking } from './roles.data.ts'

interface Row {
  /** Who is told something, in a world that has something to tell. */
  by: readonly Asking[]
  /** What the others get: a refusal, an answer with nothing in it, or a visitor the one and everybody else the other. */
  others: 'refused' | 'nothing' | 'visitors refused'
}

const signedIn = asking.filter(role => role !== 'ANONYMOUS')
const public_: Row = { by: asking, others: 'nothing' }
const centre: Row = { by: ['STAFF', 'LEAD'], others: 'refused' }
const centreQuietly: Row = { ...centre, others: 'nothing' }
/** Officers of public bodies and people of enterprises, each of what they take part in. */
const ownQuietly: Row = { by: ['BUYER', 'ENTERPRISE'], others: 'nothing' }
const participantOrCentre: Row = { by: signedIn, others: 'nothing' }
const officerOrCentre: Row = { by: ['BUYER', 'STAFF', 'LEAD'], others: 'nothing' }
const enterprise: Row = { by: ['ENTERPRISE'], others: 'nothing' }
const enterpriseOrCentre: Row = { by: ['ENTERPRISE', 'STAFF', 'LEAD'], others: 'nothing' }

/** Who may ask what. A query without a row here fails: decide first, then add it. */
export const readers: Record<string, Row> = {
  application: enterprise,
  arrivals: centre,
  bulkRun: centreQuietly,
  businessNumber: public_,
  categories: public_,
  category: public_,
  categoryAliases: public_,
  categorySuggestions: public_,
  centers: public_,
  certificationKinds: public_,
  curation: centreQuietly,
  curationChanges: centreQuietly,
  dayBoard: centre,
  demoRoles: public_,
  enterpriseDesk: enterpriseOrCentre,
  enterpriseDesks: centreQuietly,
  enterprises: public_,
  event: public_,
  eventReport: centre,
  eventSeries: centreQuietly,
  events: centreQuietly,
  followUps: { by: signedIn, others: 'refused' },
  import: centre,
  importKinds: centreQuietly,
  imports: centre,
  institution: officerOrCentre,
  institutions: officerOrCentre,
  matchBoard: centre,
  node: public_,
  nodes: public_,
  noticeTemplates: centreQuietly,
  openRequirementSets: enterprise,
  outcomeSums: centre,
  ownMeetings: { by: ['BUYER', 'ENTERPRISE'], others: 'visitors refused' },
  ownParticipations: ownQuietly,
  ownWishBoards: ownQuietly,
  participation: participantOrCentre,
  participations: centreQuietly,
  passMeetings: public_,
  plannedPurchases: public_,
  previewNotice: centreQuietly,
  products: public_,
  publicEvents: public_,
  refusalCodes: public_,
  regions: public_,
  // Those in force are there for who can apply, and the staff who write them.
  requirementSet: enterpriseOrCentre,
  requirementSets: centreQuietly,
  review: centreQuietly,
  reviewCounts: centreQuietly,
  reviewers: centreQuietly,
  reviews: centreQuietly,
  savedViews: centreQuietly,
  suggestions: public_,
  survey: centre,
  surveyForm: public_,
  surveys: centre,
  timeline: enterpriseOrCentre,
  timetable: centre,
  timetableMoves: centre,
  timetableRounds: centre,
  viewer: participantOrCentre,
  wishBoard: participantOrCentre,
}

const partsOfEvents = ['EventRound', 'EventPlace', 'EventDay', 'EventSlot', 'Enterprise', 'RequirementSet']

/** Open to whoever holds the link, be it somebody who has not signed in. */
export const byLink: readonly string[] = ['passMeetings', 'surveyForm']

/** What a query leads to and is read elsewhere: too much for one answer beside all the rest. */
export const beside: Record<string, readonly string[]> = {
  curationChanges: ['Event', 'Enterprise'],
  event: ['Enterprise', 'RequirementSet'],
  // Of its credentials, where evidence lies as well.
  enterprises: ['Certification'],
  events: partsOfEvents,
  participation: ['Event', 'Enterprise'],
  participations: ['Event', 'Enterprise'],
  ownParticipations: ['Event', 'Enterprise'],
  publicEvents: ['Event'],
  viewer: ['Application', 'Enterprise', 'EnterpriseDesk', 'Product'],
}

/** What each query is given: things that are there, and that are the asker's own where only an owner sees them. */
export const givenTo = ({ ids }: RolesWorld, role: Asking): Record<string, string> => {
  const participation = role === 'BUYER' || role === 'LEAD' ? ids.departmentIn : ids.enterpriseIn
  return {
    application: `id: "${ids.application}"`,
    arrivals: `dayId: "${ids.day}"`,
    bulkRun: `id: "${role === 'LEAD' ? ids.bulkOfLead : ids.bulk}"`,
    businessNumber: `text: "${ids.businessNumber}"`,
    categories: 'first: 3',
    category: 'code: "44"',
    categoryAliases: 'first: 3',
    categorySuggestions: 'items: ["현수막"]',
    curation: `eventId: "${ids.event}"`,
    curationChanges: `eventId: "${ids.event}", since: "0"`,
    dayBoard: `eventId: "${ids.event}", dayId: "${ids.day}"`,
    enterpriseDesk: `id: "${ids.enterprise}"`,
    enterpriseDesks: 'first: 2',
    enterprises: 'first: 6',
    event: `id: "${ids.event}"`,
    eventReport: `eventId: "${ids.event}"`,
    events: 'first: 1',
    followUps: 'first: 2',
    import: `id: "${ids.import}"`,
    imports: 'first: 2',
    institution: `id: "${ids.institution}"`,
    institutions: 'first: 2',
    matchBoard: `event: "${ids.event}", first: 3`,
    node: `id: "${ids.event}"`,
    nodes: `ids: ["${ids.event}"]`,
    outcomeSums: `eventId: "${ids.event}"`,
    ownParticipations: 'first: 2',
    participation: `id: "${participation}"`,
    participations: `first: 2, eventId: "${ids.event}"`,
    passMeetings: `token: "${passToken}"`,
    plannedPurchases: 'first: 20, filter: { query: "쬲" }',
    previewNotice: 'kind: VETTING_APPROVED, subject: "가", body: "{link}"',
    products: 'first: 2',
    publicEvents: 'first: 2',
    // A day on which there were regions that have successors now.
    regions: 'on: "2020-01-01"',
    requirementSet: `id: "${ids.criteria}"`,
    review: `id: "${ids.review}"`,
    reviews: 'first: 2',
    savedViews: 'list: REVIEWS',
    suggestions: 'query: "현수"',
    survey: `id: "${ids.survey}"`,
    surveyForm: `token: "${ids.surveyToken}"`,
    surveys: `eventId: "${ids.event}"`,
    timeline: `of: "${ids.enterprise}"`,
    timetable: `id: "${ids.run}"`,
    timetableMoves: `id: "${ids.run}", match: "${ids.match}"`,
    timetableRounds: `event: "${ids.event}"`,
    wishBoard: `participation: "${participation}"`,
  }
}
