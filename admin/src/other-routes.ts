import type { RouteRecordRaw } from 'vue-router'
import { patterns } from './paths.ts'

const deskArea = () => import('./desk/DeskArea.vue')

/** The pages of those who sign in to work, and of whoever holds a link. */
export const others: readonly RouteRecordRaw[] = [
  { path: patterns.kit, component: () => import('./pages/kit/KitPage.vue') },
  {
    path: '/staff',
    component: deskArea,
    children: [
      { path: patterns.staffEnterprises, component: () => import('./pages/enterprises/DeskListPage.vue') },
      {
        path: patterns.staffEnterprise,
        component: () => import('./pages/enterprises/StaffProfilePage.vue'),
        props: true,
      },
      { path: patterns.reviews, component: () => import('./pages/reviews/ReviewQueuePage.vue') },
      { path: patterns.review, component: () => import('./pages/reviews/ReviewPage.vue'), props: true },
      {
        path: patterns.eventSurveys,
        component: () => import('./pages/surveys/SurveysPage.vue'),
        props: true,
      },
      {
        path: patterns.eventReport,
        component: () => import('./pages/report/ReportPage.vue'),
        props: true,
      },
      { path: patterns.imports, component: () => import('./pages/imports/ImportsPage.vue') },
      { path: patterns.import, component: () => import('./pages/imports/ImportPage.vue'), props: true },
      {
        path: patterns.requirements,
        component: () => import('./pages/requirements/RequirementSetsPage.vue'),
      },
      {
        path: patterns.requirementSet,
        component: () => import('./pages/requirements/RequirementSetPage.vue'),
        props: true,
      },
      {
        path: patterns.curation,
        component: () => import('./pages/curation/CurationPage.vue'),
        props: true,
      },
      {
        path: patterns.institutions,
        component: () => import('./pages/institutions/InstitutionsPage.vue'),
      },
      {
        path: patterns.institution,
        component: () => import('./pages/institutions/InstitutionPage.vue'),
        props: true,
      },
      { path: patterns.plans, component: () => import('./pages/plans/PlansPage.vue') },
      { path: patterns.events, component: () => import('./pages/events/EventsPage.vue') },
      {
        path: patterns.eventSetup,
        component: () => import('./pages/events/EventSetupPage.vue'),
        props: true,
      },
      { path: patterns.eventDay, component: () => import('./pages/day/DayPage.vue'), props: true },
      {
        path: patterns.eventCheckInList,
        component: () => import('./pages/day/CheckInListPage.vue'),
        props: true,
      },
      { path: patterns.eventBadges, component: () => import('./pages/day/BadgesPage.vue'), props: true },
      {
        path: patterns.eventFollowUps,
        component: () => import('./pages/follow-ups/FollowUpsPage.vue'),
        props: true,
      },
      {
        path: patterns.eventMatches,
        component: () => import('./pages/matches/MatchesPage.vue'),
        props: true,
      },
      {
        path: patterns.eventTimetable,
        component: () => import('./pages/timetable/TimetablePage.vue'),
        props: true,
      },
      { path: patterns.members, component: () => import('./pages/members/MembersPage.vue') },
      { path: patterns.centre, component: () => import('./pages/centre/CentrePage.vue') },
      { path: patterns.templates, component: () => import('./pages/templates/TemplatesPage.vue') },
      { path: patterns.words, component: () => import('./pages/words/WordsPage.vue') },
    ],
  },
  {
    path: patterns.desk,
    component: deskArea,
    children: [
      { path: '', component: () => import('./pages/profile/DeskPage.vue') },
      { path: patterns.certificates, component: () => import('./pages/own/CertificatesPage.vue') },
      { path: patterns.ownProducts, component: () => import('./pages/own/ProductsPage.vue') },
      { path: patterns.passport, component: () => import('./pages/own/PassportPage.vue') },
      { path: patterns.files, component: () => import('./pages/own/FilesPage.vue') },
      {
        path: patterns.applications,
        component: () => import('./pages/applications/ApplicationsPage.vue'),
      },
      {
        path: patterns.application,
        component: () => import('./pages/applications/ApplicationPage.vue'),
        props: true,
      },
    ],
  },
  {
    path: patterns.ownEvents,
    component: deskArea,
    children: [{ path: '', component: () => import('./pages/own-events/OwnEventsPage.vue') }],
  },
  {
    path: patterns.office,
    component: deskArea,
    children: [{ path: '', component: () => import('./pages/plans/OfficePage.vue') }],
  },
  {
    path: patterns.wishes,
    component: deskArea,
    children: [{ path: '', component: () => import('./pages/wishes/WishesPage.vue') }],
  },
  {
    path: patterns.notices,
    component: deskArea,
    children: [{ path: '', component: () => import('./pages/notices/NoticesPage.vue') }],
  },
  {
    path: patterns.account,
    component: deskArea,
    children: [{ path: '', component: () => import('./pages/account/AccountPage.vue') }],
  },
  { path: `${patterns.entry}/:token?`, component: () => import('./pages/entry/EntryPage.vue') },
  { path: patterns.join, component: () => import('./pages/join/JoinPage.vue') },
  { path: patterns.invitation, component: () => import('./pages/join/InvitationPage.vue') },
]
