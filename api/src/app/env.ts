import path from 'node:path'
import * as v from 'valibot'
import type { SignInSettings } from '../modules/accounts/session-context.ts'

/** The settings, read here and nowhere else. */
export interface Env {
  port: number
  dataDir: string
  /** Null: the embedded server that the launcher starts. */
  databaseUrl: string | null
  /** Null: the embedded search engine. */
  meiliUrl: string | null
  meiliMasterKey: string | null
  logLevel: string
  /** Where browsers find the pages, for a proxy that does not hand on the host they asked for. */
  publicUrl?: string | null
  /** How notices leave: by a server, or with no server into a folder of the data. Left out: the folder. */
  mail?: { smtpUrl: string | null; from: string }
  /** How long a sign-in lasts, and what it takes; left out, as is usual. */
  signIn?: Partial<SignInSettings>
  /** Days that an uploaded list is kept, and that an applied one can be undone. */
  importKeepDays?: number
  /** Where evidence files lie; left out, in the data folder. */
  filesDir?: string
  /** Of one file, and of all files of one enterprise. */
  largestFileMb?: number
  filesQuotaMb?: number
}

export const defaultKeepDays = 30

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const url = (name: string, protocols: string[], example: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        text => URL.canParse(text) && protocols.includes(new URL(text).protocol),
        `${name} is not an address of that kind; expected e.g. ${example}`,
      ),
    ),
  )

const wholeNumber = (name: string, least: number, most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        text => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most,
        `${name} must be a whole number from ${least} to ${most}`,
      ),
      v.transform(Number),
    ),
  )

const schema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT must be a whole number from 0 to 65535, e.g. PORT=4000 (0: any free port)'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT must be a whole number from 0 to 65535, e.g. PORT=4000 (0: any free port)'),
    ),
    '4000',
  ),
  DATA_DIR: v.optional(
    v.pipe(v.string(), v.minLength(1, 'DATA_DIR is empty; leave it out for .data')),
    '.data',
  ),
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/panro'),
  MEILI_URL: url('MEILI_URL', ['http:', 'https:'], 'http://localhost:7700'),
  MEILI_MASTER_KEY: v.optional(v.string()),
  PUBLIC_URL: url('PUBLIC_URL', ['http:', 'https:'], 'https://panro.example.kr'),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@smtp.example.kr:465'),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^([^<>@"\p{Cc}]{1,60} <[^\s<>@"]+@[\w.-]+>|[^\s<>@"]+@[\w.-]+)$/u,
        'MAIL_FROM is no sender; expected e.g. 판로 <notice@panro.example.kr>',
      ),
    ),
  ),
  SESSION_IDLE_MINUTES: wholeNumber('SESSION_IDLE_MINUTES', 5, 480),
  SESSION_HOURS: wholeNumber('SESSION_HOURS', 1, 24),
  SECOND_FACTOR: v.optional(
    v.picklist(['required', 'optional'], 'SECOND_FACTOR must be required or optional'),
  ),
  IMPORT_KEEP_DAYS: wholeNumber('IMPORT_KEEP_DAYS', 1, 999),
  FILES_DIR: v.optional(v.string()),
  FILE_LIMIT_MB: wholeNumber('FILE_LIMIT_MB', 1, 200),
  FILES_QUOTA_MB: wholeNumber('FILES_QUOTA_MB', 1, 9_999),
  LOG_LEVEL: v.optional(v.picklist(levels, `LOG_LEVEL must be one of ${levels.join(', ')}`), 'info'),
})

/** Thrown with a message for the person who starts the server; a stack would only hide it. */
export class WrongSettings extends Error {}

export function readEnv(source: NodeJS.ProcessEnv): Env {
  // An empty variable is what a compose file passes for one that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = v.safeParse(schema, given)
  if (!result.success) throw new WrongSettings(result.issues.map(({ message }) => message).join('\n'))
  const { PORT, DATA_DIR, DATABASE_URL, MEILI_URL, MEILI_MASTER_KEY, PUBLIC_URL, LOG_LEVEL } = result.output
  return {
    port: PORT,
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    meiliUrl: MEILI_URL ?? null,
    meiliMasterKey: MEILI_MASTER_KEY ?? null,
    logLevel: LOG_LEVEL,
    publicUrl: PUBLIC_URL ?? null,
    mail: mailSettings(result.output),
    signIn: signInSettings(result.output),
    importKeepDays: result.output.IMPORT_KEEP_DAYS ?? defaultKeepDays,
    ...fileSettings(result.output),
  }
}

function fileSettings({ FILES_DIR, FILE_LIMIT_MB, FILES_QUOTA_MB }: v.InferOutput<typeof schema>) {
  return {
    ...(FILES_DIR !== undefined && { filesDir: path.resolve(FILES_DIR) }),
    ...(FILE_LIMIT_MB !== undefined && { largestFileMb: FILE_LIMIT_MB }),
    ...(FILES_QUOTA_MB !== undefined && { filesQuotaMb: FILES_QUOTA_MB }),
  }
}

/** What is mailed for real says who sends it, and leads to pages that its reader can open. */
function mailSettings({
  SMTP_URL,
  MAIL_FROM,
  PUBLIC_URL,
}: v.InferOutput<typeof schema>): Required<Env>['mail'] {
  if (SMTP_URL !== undefined && (MAIL_FROM === undefined || PUBLIC_URL === undefined))
    throw new WrongSettings(
      'SMTP_URL needs MAIL_FROM (who sends, e.g. 판로 <notice@panro.example.kr>) and PUBLIC_URL (where the pages are) beside it.',
    )
  return { smtpUrl: SMTP_URL ?? null, from: MAIL_FROM ?? 'panro@localhost' }
}

/** In a demo nobody has an app to hand; an installation with a database of its own keeps what is real. */
function signInSettings(given: v.InferOutput<typeof schema>): Partial<SignInSettings> {
  const {
    SESSION_IDLE_MINUTES: idleMinutes,
    SESSION_HOURS: longestHours,
    SECOND_FACTOR,
    DATABASE_URL,
  } = given
  return {
    ...(idleMinutes !== undefined && { idleMinutes }),
    ...(longestHours !== undefined && { longestHours }),
    needsSecondFactor: SECOND_FACTOR ? SECOND_FACTOR === 'required' : DATABASE_URL !== undefined,
  }
}
