import { Migration001Accounts } from '../../migrations/Migration001Accounts.ts'
import { Migration002Ledger } from '../../migrations/Migration002Ledger.ts'
import { Migration003Places } from '../../migrations/Migration003Places.ts'
import { Migration004Enterprises } from '../../migrations/Migration004Enterprises.ts'
import { Migration005Certifications } from '../../migrations/Migration005Certifications.ts'
import { Migration006Products } from '../../migrations/Migration006Products.ts'
import { Migration007Credentials } from '../../migrations/Migration007Credentials.ts'
import { Migration008Imports } from '../../migrations/Migration008Imports.ts'
import { Migration009Search } from '../../migrations/Migration009Search.ts'
import { Migration010CategoryAliases } from '../../migrations/Migration010CategoryAliases.ts'
import { Migration011Saved } from '../../migrations/Migration011Saved.ts'
import { Migration012Centers } from '../../migrations/Migration012Centers.ts'
import { Migration013SignIn } from '../../migrations/Migration013SignIn.ts'
import { Migration014Vetting } from '../../migrations/Migration014Vetting.ts'
import { Migration015Expiry } from '../../migrations/Migration015Expiry.ts'
import { Migration016EvidenceFiles } from '../../migrations/Migration016EvidenceFiles.ts'
import { Migration017Desks } from '../../migrations/Migration017Desks.ts'
import { Migration018ImportWizard } from '../../migrations/Migration018ImportWizard.ts'
import { Migration019Notices } from '../../migrations/Migration019Notices.ts'
import { Migration020SavedViews } from '../../migrations/Migration020SavedViews.ts'
import { Migration023BulkRuns } from '../../migrations/Migration023BulkRuns.ts'
import { Migration024RequirementGuidance } from '../../migrations/Migration024RequirementGuidance.ts'
import { Migration025CenterRules } from '../../migrations/Migration025CenterRules.ts'
import { Migration021OwnSide } from '../../migrations/Migration021OwnSide.ts'
import { Migration026Institutions } from '../../migrations/Migration026Institutions.ts'
import { Migration027Events } from '../../migrations/Migration027Events.ts'
import { Migration028Matching } from '../../migrations/Migration028Matching.ts'
import { Migration029Meetings } from '../../migrations/Migration029Meetings.ts'
import { Migration031Reports } from '../../migrations/Migration031Reports.ts'
import { Migration037Desk } from '../../migrations/Migration037Desk.ts'
import { Migration038TravelTime } from '../../migrations/Migration038TravelTime.ts'
import { Migration030Curation } from '../../migrations/Migration030Curation.ts'
import { Migration032ContractRules } from '../../migrations/Migration032ContractRules.ts'
import { Migration034Outcomes } from '../../migrations/Migration034Outcomes.ts'
import { Migration033Exchange } from '../../migrations/Migration033Exchange.ts'

/** In the order they are applied; a new one goes last and an applied one never changes. */
export const migrations = [
  Migration001Accounts,
  Migration002Ledger,
  Migration003Places,
  Migration004Enterprises,
  Migration005Certifications,
  Migration006Products,
  Migration007Credentials,
  Migration008Imports,
  Migration009Search,
  Migration010CategoryAliases,
  Migration011Saved,
  Migration012Centers,
  Migration013SignIn,
  Migration014Vetting,
  Migration015Expiry,
  Migration016EvidenceFiles,
  Migration017Desks,
  Migration018ImportWizard,
  Migration019Notices,
  Migration020SavedViews,
  Migration023BulkRuns,
  Migration024RequirementGuidance,
  Migration025CenterRules,
  Migration021OwnSide,
  Migration026Institutions,
  Migration027Events,
  Migration028Matching,
  Migration029Meetings,
  Migration031Reports,
  Migration030Curation,
  Migration032ContractRules,
  Migration034Outcomes,
  Migration037Desk,
  Migration038TravelTime,
  Migration033Exchange,
]
