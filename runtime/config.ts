import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locale } from '@relance/sdk/words'
import { z } from 'zod'
import { RelanceError } from './errors.ts'

/** The folder that holds package.json of the whole project. */
export const checkout = fileURLToPath(new URL('..', import.meta.url))
export const { version } = createRequire(import.meta.url)('./package.json') as { readonly version: string }

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.some((protocol) => text.startsWith(`${protocol}://`) && URL.canParse(text)), {
    error: `must be an address such as ${example}`,
  })

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535 (0 takes a free one)')
    .transform(Number)
    .refine((value) => value <= 65_535, 'must be a port number from 0 to 65535 (0 takes a free one)')
    .default(fallback)

/** Every variable that Relance reads. An empty value counts as absent. */
export const environmentSchema = z.object({
  RELANCE_HOME: z.string().optional().describe('Folder of the data; default .relance/ in the checkout'),
  PORT: port(3000).describe('Port of the page and the API'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; anything but loopback demands tokens'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Detail of the logs'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port, such as localhost:7233')
    .optional()
    .describe('Temporal server 1.32 or later'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('Namespace of Temporal'),
  MONGODB_URI: url(['mongodb', 'mongodb+srv'], 'mongodb://localhost:27017/relance').optional().describe('Database'),
  SMTP_URL: url(['smtp', 'smtps'], 'smtp://user:password@mail.example.com:587')
    .optional()
    .describe('Server that sends the e-mails'),
  CATCHER_SMTP_URL: url(['smtp', 'smtps'], 'smtp://localhost:1025')
    .optional()
    .describe('Mail catcher for rehearsals, which never reach a customer'),
  CATCHER_PAGE_URL: url(['http', 'https'], 'http://localhost:8025').optional().describe('Page of the mail catcher'),
  TEMPORAL_PAGE_URL: url(['http', 'https'], 'http://localhost:8233').optional().describe('Page of Temporal'),
  RELANCE_DEMO: z
    .enum(['on', 'off'])
    .optional()
    .describe('Put the demo company into an empty database; "npm start" does unless this is off'),
  XDG_CACHE_HOME: z.string().optional().describe('Where downloaded servers are kept'),
})

const languageSchema = z.object({ LC_ALL: z.string().optional(), LANG: z.string().optional() })

export interface Config {
  readonly home: string
  readonly cache: string
  readonly port: number
  readonly host: string
  readonly logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  readonly temporalAddress?: string
  readonly temporalNamespace: string
  readonly mongodbUri?: string
  readonly smtpUrl?: string
  readonly catcherSmtpUrl?: string
  readonly catcherPageUrl?: string
  readonly temporalPageUrl?: string
  /** Undefined: nobody has said. */
  readonly demo?: boolean
  /** Folders searched for programs, in order. */
  readonly path: readonly string[]
  /** Language of the command line. */
  readonly locale: Locale
  /** npm stands between the person and this process and may die without it. */
  readonly underNpm: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

function cacheFolder(xdg: string | undefined): string {
  const root =
    xdg ??
    (process.platform === 'win32'
      ? join(homedir(), 'AppData', 'Local')
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : join(homedir(), '.cache'))
  return join(root, 'relance')
}

/** Language of the command line, from the locale of the terminal; English unless that is French. */
export function localeOf(environment: Environment = process.env): Locale {
  const { LC_ALL, LANG } = languageSchema.parse(environment)
  return (LC_ALL || LANG || '').toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** Reads the whole environment. Throws `invalid-config` with every fault at once. */
export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), fault: issue.message }))
    throw new RelanceError('invalid-config', { faults })
  }
  const env = parsed.data
  return {
    home: env.RELANCE_HOME ? resolve(env.RELANCE_HOME) : join(checkout, '.relance'),
    cache: cacheFolder(env.XDG_CACHE_HOME),
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    mongodbUri: env.MONGODB_URI,
    smtpUrl: env.SMTP_URL,
    catcherSmtpUrl: env.CATCHER_SMTP_URL,
    catcherPageUrl: env.CATCHER_PAGE_URL,
    temporalPageUrl: env.TEMPORAL_PAGE_URL,
    demo: env.RELANCE_DEMO === undefined ? undefined : env.RELANCE_DEMO === 'on',
    path: (environment.PATH ?? '').split(delimiter).filter(Boolean),
    locale: localeOf(environment),
    underNpm: environment.npm_lifecycle_event !== undefined,
  }
}

/** Environment of a child process: ours, with `changes` on top. */
export function environmentWith(changes: Environment): Record<string, string | undefined> {
  return { ...process.env, ...changes }
}

/** The configuration of a program that runs on servers found by somebody else. */
export type ServedConfig = Config & Required<Pick<Config, keyof typeof servers>>

const servers = {
  temporalAddress: 'TEMPORAL_ADDRESS',
  mongodbUri: 'MONGODB_URI',
  smtpUrl: 'SMTP_URL',
} as const satisfies Partial<Record<keyof Config, string>>

/** Reads the environment of such a program. Throws `invalid-config`, also for each server whose address is missing. */
export function readServedConfig(environment: Environment = process.env): ServedConfig {
  const config = readConfig(environment)
  const faults = Object.entries(servers)
    .filter(([key]) => !config[key as keyof typeof servers])
    .map(([, variable]) => ({ variable, fault: 'is missing; "npm start" sets it' }))
  if (faults.length > 0) throw new RelanceError('invalid-config', { faults })
  return config as ServedConfig
}
