import { CenterRule } from '../modules/accounts/center-rule.entity.ts'
import { Center } from '../modules/accounts/center.entity.ts'
import { DepartmentMember, EnterpriseMember, Person } from '../modules/accounts/person.entity.ts'
import { RecoveryCode, Session } from '../modules/accounts/session.entity.ts'
import { LedgerEntry } from '../modules/audit/ledger.entity.ts'
import { CategoryAlias } from '../modules/categories/alias.entity.ts'
import { Category } from '../modules/categories/category.entity.ts'
import { CertificationClaim } from '../modules/certifications/certification-claim.entity.ts'
import { Certification, CertificationKind } from '../modules/certifications/certification.entity.ts'
import {
  Credential,
  DeliveryRecord,
  DeliveryTerms,
  Evidence,
  SupplyCapacity,
  Verification,
} from '../modules/credentials/credential.entity.ts'
import { EvidenceFile, FileUpload } from '../modules/files/evidence-file.entity.ts'
import { ImportRun } from '../modules/imports/import-run.entity.ts'
import {
  Enterprise,
  EnterpriseContact,
  EnterpriseName,
  Workforce,
} from '../modules/enterprises/enterprise.entity.ts'
import { MembershipRequest } from '../modules/enterprises/membership.entity.ts'
import { Department, Institution, InstitutionSuccession } from '../modules/institutions/institution.entity.ts'
import { Officer } from '../modules/institutions/officer.entity.ts'
import { PlannedPurchase } from '../modules/plans/planned-purchase.entity.ts'
import { EventDay, EventSlot, ProgrammeItem } from '../modules/events/event-day.entity.ts'
import { EventPlace, EventPlaceSlot } from '../modules/events/event-place.entity.ts'
import {
  Event,
  EventQuota,
  EventRound,
  EventSeries,
  ParticipantGroup,
} from '../modules/events/event.entity.ts'
import {
  Participation,
  ParticipationAway,
  ParticipationOfficer,
  ParticipationRound,
} from '../modules/curation/participation.entity.ts'
import { Meeting, MeetingSeat } from '../modules/meetings/meeting.entity.ts'
import { FollowUp, Outcome } from '../modules/meetings/outcome.entity.ts'
import { CheckIn, EventPass } from '../modules/meetings/pass.entity.ts'
import { Answer, Response } from '../modules/surveys/response.entity.ts'
import { Question, Survey, SurveyLink } from '../modules/surveys/survey.entity.ts'
import { ClaimedFigure } from '../modules/reports/claimed-figure.entity.ts'
import { EventReport } from '../modules/reports/event-report.entity.ts'
import { ParticipationDecision } from '../modules/curation/decision.entity.ts'
import { CurationWeights } from '../modules/curation/weights.entity.ts'
import { Match } from '../modules/matching/match.entity.ts'
import { TimetableRun } from '../modules/schedules/timetable-run.entity.ts'
import { BulkRun } from '../modules/lists/bulk-run.entity.ts'
import { Product, ProductImage } from '../modules/products/product.entity.ts'
import { NoticeTemplate } from '../modules/notices/template.entity.ts'
import { Region, RegionSuccession } from '../modules/regions/region.entity.ts'
import { Favourite } from '../modules/saved/favourite.entity.ts'
import { SavedSearch } from '../modules/saved/saved-search.entity.ts'
import { SavedView } from '../modules/views/saved-view.entity.ts'
import { Requirement, RequirementSet } from '../modules/vetting/requirement-set.entity.ts'
import { ConflictOfInterest, Review, ReviewItem, ReviewItemFile } from '../modules/vetting/review.entity.ts'

/** Everything that is stored, in the order of the house. */
export const entities = [
  Center,
  CenterRule,
  Person,
  EnterpriseMember,
  DepartmentMember,
  Session,
  RecoveryCode,
  LedgerEntry,
  Region,
  RegionSuccession,
  Category,
  CategoryAlias,
  Enterprise,
  EnterpriseName,
  EnterpriseContact,
  Workforce,
  MembershipRequest,
  CertificationKind,
  Certification,
  CertificationClaim,
  Product,
  ProductImage,
  Credential,
  SupplyCapacity,
  DeliveryRecord,
  DeliveryTerms,
  Evidence,
  Verification,
  Favourite,
  SavedSearch,
  SavedView,
  EvidenceFile,
  FileUpload,
  RequirementSet,
  Requirement,
  Review,
  ReviewItem,
  ReviewItemFile,
  ConflictOfInterest,
  Institution,
  InstitutionSuccession,
  Department,
  Officer,
  PlannedPurchase,
  EventSeries,
  Event,
  EventRound,
  EventDay,
  EventSlot,
  ProgrammeItem,
  EventQuota,
  ParticipantGroup,
  EventPlace,
  EventPlaceSlot,
  Participation,
  ParticipationRound,
  ParticipationAway,
  ParticipationOfficer,
  Meeting,
  MeetingSeat,
  EventPass,
  CheckIn,
  Outcome,
  FollowUp,
  Survey,
  Question,
  SurveyLink,
  Response,
  Answer,
  ClaimedFigure,
  EventReport,
  ParticipationDecision,
  CurationWeights,
  Match,
  TimetableRun,
  BulkRun,
  ImportRun,
  NoticeTemplate,
]
