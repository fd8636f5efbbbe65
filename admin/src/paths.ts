import type { RouteLocationRaw } from 'vue-router'
import { writeCompare } from './compare-url.ts'
import { blankSearch, writeSearch, type SearchState } from './search-url.ts'

/** The only place where addresses are spelled. */
export const patterns = {
  search: '/search',
  home: '/',
  product: '/products/:id',
  enterprise: '/enterprises/:id',
  compare: '/compare',
  saved: '/saved',
  desk: '/desk',
  certificates: '/desk/certificates',
  ownProducts: '/desk/products',
  passport: '/desk/passport',
  files: '/desk/files',
  applications: '/desk/applications',
  application: '/desk/applications/:id',
  staffEnterprises: '/staff/enterprises',
  staffEnterprise: '/staff/enterprises/:id',
  reviews: '/staff/reviews',
  review: '/staff/reviews/:id',
  words: '/staff/words',
  imports: '/staff/imports',
  import: '/staff/imports/:id',
  requirements: '/staff/requirements',
  requirementSet: '/staff/requirements/:id',
  institutions: '/staff/institutions',
  institution: '/staff/institutions/:id',
  plans: '/staff/plans',
  office: '/office',
  events: '/staff/events',
  publicEvents: '/events',
  publicEvent: '/events/:id',
  eventSetup: '/staff/events/:id/setup',
  eventReport: '/staff/events/:id/report',
  eventSurveys: '/staff/events/:id/surveys',
  surveyForm: '/s/:token',
  eventMatches: '/staff/events/:id/matches',
  eventTimetable: '/staff/events/:id/timetable',
  curation: '/staff/events/:id/curation',
  ownEvents: '/own/events',
  eventDay: '/staff/events/:id/day',
  eventCheckInList: '/staff/events/:id/check-in-list',
  eventBadges: '/staff/events/:id/badges',
  eventFollowUps: '/staff/events/:id/follow-ups',
  entry: '/m',
  members: '/staff/members',
  centre: '/staff/settings',
  templates: '/staff/notice-templates',
  wishes: '/wishes',
  notices: '/notices',
  account: '/account',
  join: '/join',
  invitation: '/invitation',
  kit: '/staff/_ui',
  login: '/login',
} as const

export const homePath = patterns.home
export const productPath = (id: string) => `/products/${id}`
export const institutionPath = (id: string) => `/staff/institutions/${id}`
export const plansPath = (query: Record<string, string>): RouteLocationRaw => ({
  path: patterns.plans,
  query,
})
export const enterprisePath = (id: string) => `/enterprises/${id}`

/** 비교: the things themselves are in the address, so that a mailed link shows the same table. */
export const comparePath = (ids: readonly string[], isDiff = false): RouteLocationRaw => ({
  path: patterns.compare,
  query: writeCompare({ ids, isDiff }),
})

/** The review queue; what is as on a first visit is left out. */
export const reviewsPath = (state: Record<string, string | null> = {}): RouteLocationRaw => ({
  path: patterns.reviews,
  query: Object.fromEntries(
    Object.entries(state).filter(([key, value]) => value !== null && value !== queueAtFirst[key]),
  ),
})
const queueAtFirst: Record<string, string> = { view: 'all', sort: 'queue' }
export const reviewPath = (id: string) => `/staff/reviews/${id}`

/** 가져오기, with the list that is to be handed in chosen already. */
export const importsPath = (list = '', about: Record<string, string> = {}): RouteLocationRaw => ({
  path: patterns.imports,
  ...(list !== '' && { query: { list, ...about } }),
})
export const importPath = (id: string) => `${patterns.imports}/${id}`
/** 매칭 결과 of one version of a timetable, made by the server. */
export const resultWorkbookPath = (run: string) => `/admin/timetables/${run}/result.xlsx`
/** 오류 파일, made by the server. */
export const errorWorkbookPath = (id: string) => `/admin/imports/${id}/errors.xlsx`

/** 기준, one version. */
export const requirementSetPath = (id: string) => `${patterns.requirements}/${id}`

/** The staff's list of enterprises; what is not said is as on a first visit. */
export const staffEnterprisesPath = (query: Readonly<Record<string, string>> = {}): RouteLocationRaw => ({
  path: patterns.staffEnterprises,
  query: Object.fromEntries(Object.entries(query).filter(([, text]) => text !== '')),
})
export const staffEnterprisePath = (id: string) => `${patterns.staffEnterprises}/${id}`

/** 공개 행사 한 건. */
export const publicEventPath = (id: string) => `${patterns.publicEvents}/${id}`

/** 행사 설정. */
export const eventSetupPath = (id: string) => `${patterns.events}/${id}/setup`
/** 참여기업 선정. */
export const curationPath = (id: string) => `${patterns.events}/${id}/curation`

/** 당일, and what is printed for it. */
export const eventDayPath = (id: string) => `${patterns.events}/${id}/day`
export const eventCheckInListPath = (id: string, dayId: string): RouteLocationRaw => ({
  path: `${patterns.events}/${id}/check-in-list`,
  query: { day: dayId },
})
export const eventBadgesPath = (id: string, dayId: string): RouteLocationRaw => ({
  path: `${patterns.events}/${id}/badges`,
  query: { day: dayId },
})
/** 후속 조치. */
export const eventFollowUpsPath = (id: string) => `${patterns.events}/${id}/follow-ups`
/** 상담 기록: the token stands behind the #, which no server and no log ever sees. */
export const entryUrl = (token: string) => `${location.origin}${patterns.entry}#${token}`

/** 설문과 결과 보고 of an event. */
export const eventSurveysPath = (id: string) => `${patterns.events}/${id}/surveys`
export const eventReportPath = (id: string) => `${patterns.events}/${id}/report`
/** 결과 보고 as a workbook, made by the server. */
export const reportWorkbookPath = (id: string) => `/admin/events/${id}/report.xlsx`
/** 응답 링크 as it is handed out. */
export const surveyFormUrl = (token: string) => `${location.origin}/s/${token}`

/** Where somebody of that role works; null for buyers, who work on the public pages. */
export const deskPath = (role: string): string | null => {
  if (role === 'ENTERPRISE') return patterns.desk
  return role === 'STAFF' || role === 'LEAD' ? patterns.reviews : null
}

/** 알림 틀, open at one kind. */
export const templatePath = (kind: string): RouteLocationRaw => ({
  path: patterns.templates,
  query: { kind },
})

/** 초대: the code stands behind the #, which no server and no log ever sees. */
export const invitationUrl = (code: string) => `${location.origin}${patterns.invitation}#${code}`

/** 신청 한 건. */
export const applicationPath = (id: string) => `${patterns.applications}/${id}`

/** 보관함, opened at favourites or at saved searches. */
export type SavedTab = 'favourites' | 'searches'
export const savedPath = (tab: SavedTab): RouteLocationRaw => ({
  path: patterns.saved,
  ...(tab === 'searches' && { query: { tab } }),
})

/** The search page in a given state; what is not given is as on a first visit. */
export const searchPath = (state: Partial<SearchState> = {}): RouteLocationRaw => ({
  path: patterns.search,
  query: writeSearch({ ...blankSearch, ...state }),
})

/** The sign-in, and the page to come back to. */
export const loginPath = (next: string): RouteLocationRaw => ({
  path: patterns.login,
  ...(!leadsNowhere.includes(next) && { query: { next } }),
})
/** Pages that whoever has signed in has no more use for. */
const leadsNowhere: readonly string[] = [homePath, patterns.join, patterns.invitation]

/** A page of this site to go on to; whatever leads elsewhere leads home. */
export function nextPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, location.origin))
    return homePath
  const { origin, pathname, search, hash } = new URL(next, location.origin)
  return origin === location.origin && pathname !== patterns.login ? pathname + search + hash : homePath
}

/** Pages of the API itself, served beside the admin. */
export const schemaPath = '/schema.graphql'
export const krdsUrl = 'https://www.krds.go.kr'

/** 희망·매칭과 시간표. */
export const eventMatchesPath = (id: string) => `${patterns.events}/${id}/matches`
export const eventTimetablePath = (id: string) => `${patterns.events}/${id}/timetable`
/** A file, which the door of the pages serves. */
export const calendarPath = (participation: string) => `/admin/calendar/${participation}.ics`
