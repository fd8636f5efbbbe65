import { t } from '../locales/events-text.ts'
import { t as say } from '../locales/matching-text.ts'
import {
  curationPath,
  eventDayPath,
  eventFollowUpsPath,
  eventMatchesPath,
  eventReportPath,
  eventSetupPath,
  eventSurveysPath,
  eventTimetablePath,
} from '../paths.ts'

/** A page about one event, as the bar above each of them shows it. */
export interface EventTab {
  key: string
  label: string
  path: string
}

/** Every page about one event, in the order in which one works. Each room adds its own line. */
export const eventTabs = (id: string): EventTab[] => [
  { key: 'setup', label: t('eventTab.setup'), path: eventSetupPath(id) },
  { key: 'curation', label: t('eventTab.curation'), path: curationPath(id) },
  { key: 'matches', label: say('matches.tab'), path: eventMatchesPath(id) },
  { key: 'timetable', label: say('timetable.tab'), path: eventTimetablePath(id) },
  { key: 'day', label: t('eventTab.day'), path: eventDayPath(id) },
  { key: 'followUps', label: t('eventTab.followUps'), path: eventFollowUpsPath(id) },
  { key: 'surveys', label: t('eventTab.surveys'), path: eventSurveysPath(id) },
  { key: 'report', label: t('eventTab.report'), path: eventReportPath(id) },
]
