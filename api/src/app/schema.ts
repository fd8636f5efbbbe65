import '../platform/reflect.ts'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AccountResolver } from '../modules/accounts/account.graphql.ts'
import { SecondFactor } from '../modules/accounts/second-factor.graphql.ts'
import { CenterRules } from '../modules/accounts/center-rule.graphql.ts'
import { OwnAccount } from '../modules/accounts/own-account.graphql.ts'
import { ViewerSessions } from '../modules/accounts/session.graphql.ts'
import { SignInMutations } from '../modules/accounts/sign-in.graphql.ts'
import { Staff } from '../modules/accounts/staff.graphql.ts'
import { Stories } from '../modules/audit/story.graphql.ts'
import { TimelineEntries } from '../modules/audit/timeline.graphql.ts'
import { EnterpriseLists } from '../modules/catalogue/enterprise-list.graphql.ts'
import { NodeQueries } from '../modules/catalogue/node.graphql.ts'
import { ProductLists } from '../modules/catalogue/product-list.graphql.ts'
import { SuggestionQueries } from '../modules/catalogue/suggestion.graphql.ts'
import { CategoryAliases } from '../modules/categories/alias.graphql.ts'
import { CategoryQueries } from '../modules/categories/category.graphql.ts'
import {
  CertificationClaims,
  DeskCertifications,
} from '../modules/certifications/certification-claim.graphql.ts'
import { CertificationDesks, DeskCertificates } from '../modules/certifications/certification-desk.graphql.ts'
import { CertificationMutations } from '../modules/certifications/certification-mutations.graphql.ts'
import { CertificationKindQueries } from '../modules/certifications/certification-kind.graphql.ts'
import {
  CertificationFields,
  EnterpriseCertifications,
} from '../modules/certifications/certification.graphql.ts'
import {
  CertificationEvidence,
  DeliveryRecord,
  DeliveryTerms,
  EnterpriseCredentials,
  SupplyCapacity,
} from '../modules/credentials/credential.graphql.ts'
import { ContactMutations } from '../modules/enterprises/contact-mutations.graphql.ts'
import { ContactMasks } from '../modules/enterprises/contact.graphql.ts'
import { EnterpriseDesks, ViewerDesks } from '../modules/enterprises/desk.graphql.ts'
import { EnterpriseMutations } from '../modules/enterprises/enterprise-mutations.graphql.ts'
import {
  EnterpriseEvidenceFiles,
  EvidenceFiles,
  ViewerEvidenceFiles,
} from '../modules/files/evidence-file.graphql.ts'
import { FileMutations } from '../modules/files/file-mutations.graphql.ts'
import { ImportDiffFields, ImportFields, ImportQueries } from '../modules/imports/import-fields.graphql.ts'
import { ImportKinds } from '../modules/imports/import-kind.graphql.ts'
import { ImportMutations } from '../modules/imports/import-mutations.graphql.ts'
import { ProfileMutations } from '../modules/enterprises/profile-mutations.graphql.ts'
import { BusinessNumbers } from '../modules/enterprises/business-number.graphql.ts'
import { Memberships } from '../modules/enterprises/membership.graphql.ts'
import { DeskProducts, ProductDesks } from '../modules/products/product-desk.graphql.ts'
import {
  CertificationClaimEvidence,
  ClaimDesks,
  DeskClaims,
  ProductEvidence,
} from '../modules/credentials/claim-desk.graphql.ts'
import { ProductMutations } from '../modules/products/product-mutations.graphql.ts'
import { EnterpriseProducts } from '../modules/products/product.graphql.ts'
import { RegionQueries } from '../modules/regions/region.graphql.ts'
import {
  EnterpriseFavourite,
  Favourites,
  ProductFavourite,
  ViewerFavourites,
} from '../modules/saved/favourite.graphql.ts'
import { SavedSearchMutations } from '../modules/saved/saved-search-mutations.graphql.ts'
import { SavedSearchMatches, ViewerSavedSearches } from '../modules/saved/saved-search.graphql.ts'
import { SavedViewMutations } from '../modules/views/saved-view-mutations.graphql.ts'
import { SavedViewQueries } from '../modules/views/saved-view.graphql.ts'
import {
  ApplicationFields,
  EnterpriseApplications,
  ViewerApplications,
} from '../modules/vetting/application.graphql.ts'
import { ApplicationMutations } from '../modules/vetting/application-mutations.graphql.ts'
import { DecisionMutations } from '../modules/vetting/decision-mutations.graphql.ts'
import { RequirementSetImpact } from '../modules/vetting/impact.graphql.ts'
import { RequirementSetMutations } from '../modules/vetting/requirement-set-mutations.graphql.ts'
import { RequirementSetQueries } from '../modules/vetting/requirement-set-queries.graphql.ts'
import { ReviewQueries } from '../modules/vetting/review-list.graphql.ts'
import { ReviewMutations } from '../modules/vetting/review-mutations.graphql.ts'
import { ReviewEvents } from '../modules/vetting/review-parts.graphql.ts'
import { ReviewFields, ReviewItemFields } from '../modules/vetting/review.graphql.ts'
import { InstitutionQueries, ViewerDepartments } from '../modules/institutions/institution-list.graphql.ts'
import { InstitutionMutations } from '../modules/institutions/institution-mutations.graphql.ts'
import { InstitutionDepartments } from '../modules/institutions/institution.graphql.ts'
import { OfficerMutations } from '../modules/institutions/officer-mutations.graphql.ts'
import { OfficerMasks } from '../modules/institutions/officer.graphql.ts'
import { PlanQueries } from '../modules/plans/plan-list.graphql.ts'
import { PlanMutations } from '../modules/plans/plan-mutations.graphql.ts'
import { PlanTables } from '../modules/plans/plan-table.graphql.ts'
import { CategorySuggestions } from '../modules/plans/suggestion.graphql.ts'
import { EventLists, EventQueries } from '../modules/events/event-list.graphql.ts'
import { EventMutations } from '../modules/events/event-mutations.graphql.ts'
import { EventFields, EventRoundFields } from '../modules/events/event.graphql.ts'
import { CheckIns } from '../modules/meetings/check-in.graphql.ts'
import { DayBoards } from '../modules/meetings/day-board.graphql.ts'
import { Entries } from '../modules/meetings/entry.graphql.ts'
import { FollowUps } from '../modules/meetings/follow-up.graphql.ts'
import { MeetingMutations } from '../modules/meetings/meeting-mutations.graphql.ts'
import { MeetingFields } from '../modules/meetings/meeting.graphql.ts'
import { SurveyMutations } from '../modules/surveys/survey-mutations.graphql.ts'
import { QuestionTexts, SurveyQueries } from '../modules/surveys/survey.graphql.ts'
import { ReportMutations } from '../modules/reports/report-mutations.graphql.ts'
import { EventReports } from '../modules/reports/report.graphql.ts'
import { CurationMutations } from '../modules/curation/curation-mutations.graphql.ts'
import { CurationQueries } from '../modules/curation/curation.graphql.ts'
import { ParticipantMutations } from '../modules/curation/participant-mutations.graphql.ts'
import { ParticipationFields } from '../modules/curation/participation.graphql.ts'
import { ParticipationLists } from '../modules/curation/participation-list.graphql.ts'
import { MatchMutations } from '../modules/matching/match-mutations.graphql.ts'
import { MatchBoardFields, MatchQueries } from '../modules/matching/match.graphql.ts'
import { WishCounterpartFields, Wishes } from '../modules/matching/wish.graphql.ts'
import { EventPartMutations } from '../modules/events/part-mutations.graphql.ts'
import { EventSlotMutations } from '../modules/events/slot-mutations.graphql.ts'
import { TimetableMutations } from '../modules/schedules/timetable-mutations.graphql.ts'
import { TimetableQueries } from '../modules/schedules/timetable.graphql.ts'
import { NoticeChoices } from '../modules/notices/notice-choice.graphql.ts'
import { Notices, ViewerNotices } from '../modules/notices/notice.graphql.ts'
import { NoticeTemplates } from '../modules/notices/template.graphql.ts'
import { BulkMutations } from '../modules/lists/bulk-mutations.graphql.ts'
import { BulkQueries } from '../modules/lists/bulk-run.graphql.ts'
import { EnterpriseDeskColumns, EnterpriseDeskLists } from '../modules/lists/desk-list.graphql.ts'
import { RefusalQueries } from '../platform/refusal.graphql.ts'

/** Everything that is public; built once, whoever asks. */
export const publicSchema = (): Promise<GraphQLSchema> => (built ??= build())

let built: Promise<GraphQLSchema> | undefined

/** In the order of the house. */
const build = () =>
  buildSchema({
    resolvers: [
      RefusalQueries,
      AccountResolver,
      SignInMutations,
      ViewerSessions,
      OwnAccount,
      CenterRules,
      SecondFactor,
      Staff,
      TimelineEntries,
      Stories,
      RegionQueries,
      CategoryQueries,
      CategoryAliases,
      EnterpriseMutations,
      EnterpriseDesks,
      ViewerDesks,
      ProfileMutations,
      ContactMutations,
      ContactMasks,
      Memberships,
      BusinessNumbers,
      CertificationKindQueries,
      CertificationFields,
      EnterpriseCertifications,
      CertificationMutations,
      CertificationDesks,
      DeskCertificates,
      CertificationClaims,
      DeskCertifications,
      EnterpriseProducts,
      ProductMutations,
      ProductDesks,
      DeskProducts,
      EnterpriseCredentials,
      CertificationEvidence,
      ClaimDesks,
      DeskClaims,
      CertificationClaimEvidence,
      ProductEvidence,
      ProductLists,
      EnterpriseLists,
      SuggestionQueries,
      NodeQueries,
      ViewerFavourites,
      Favourites,
      ProductFavourite,
      EnterpriseFavourite,
      ViewerSavedSearches,
      SavedSearchMatches,
      SavedSearchMutations,
      ViewerNotices,
      NoticeChoices,
      Notices,
      NoticeTemplates,
      SavedViewQueries,
      SavedViewMutations,
      ViewerEvidenceFiles,
      EnterpriseEvidenceFiles,
      EvidenceFiles,
      FileMutations,
      RequirementSetQueries,
      RequirementSetMutations,
      RequirementSetImpact,
      ReviewQueries,
      ReviewFields,
      ReviewItemFields,
      ReviewEvents,
      ReviewMutations,
      DecisionMutations,
      ApplicationFields,
      EnterpriseApplications,
      ViewerApplications,
      ApplicationMutations,
      InstitutionQueries,
      InstitutionDepartments,
      InstitutionMutations,
      OfficerMasks,
      OfficerMutations,
      ViewerDepartments,
      PlanQueries,
      PlanMutations,
      PlanTables,
      CategorySuggestions,
      EventQueries,
      EventLists,
      EventFields,
      EventRoundFields,
      MeetingFields,
      MeetingMutations,
      DayBoards,
      QuestionTexts,
      SurveyQueries,
      SurveyMutations,
      EventReports,
      ReportMutations,
      ParticipationLists,
      ParticipationFields,
      CurationQueries,
      CurationMutations,
      ParticipantMutations,
      Wishes,
      WishCounterpartFields,
      MatchQueries,
      MatchBoardFields,
      MatchMutations,
      CheckIns,
      Entries,
      FollowUps,
      EventMutations,
      EventPartMutations,
      EventSlotMutations,
      TimetableQueries,
      TimetableMutations,
      EnterpriseDeskLists,
      EnterpriseDeskColumns,
      BulkQueries,
      BulkMutations,
      ImportQueries,
      ImportFields,
      ImportDiffFields,
      ImportKinds,
      ImportMutations,
    ],
    // Reached only through the interface Credential.
    orphanedTypes: [SupplyCapacity, DeliveryRecord, DeliveryTerms],
    validate: false,
  })
