import { signerOf } from './signing.ts'
import type { Text } from './text.ts'
import type { logLevels } from './variable-shapes.ts'
import { type Values, type Variable, type VariableName, variables } from './variables.ts'

export type Config = {
  port: number
  /** A port that was asked for is taken or refused; the default one may give way to the next free one. */
  portIsGiven: boolean
  host: string
  dataFolder: string
  /** Absent: the embedded PostgreSQL. */
  databaseUrl?: string
  databasePool: number
  /** Absent: files in the data folder. */
  s3?: S3Config
  /** Without a slash at its end. */
  baseUrl?: string
  secret?: string
  /** Absent: no visas are given. */
  visaKey?: string
  smtpUrl?: string
  mailFrom: string
  oidc?: OidcConfig
  /** Absent: the bundled base map. */
  baseMap?: BaseMap
  logLevel: (typeof logLevels)[number]
  takesJobs: boolean
  trustProxy: boolean
  /** Registries of identifiers; absent: none of theirs are given. */
  doi?: DoiConfig
  cstr?: CstrConfig
  /** Told to harvesters. */
  adminEmail?: string
}

export type DoiConfig = { endpoint: string; prefix: string; account: string; password: string }

export type CstrConfig = {
  endpoint: string
  /** Of datasets. */
  prefix: string
  instrumentPrefix?: string | undefined
  clientId: string
  secret: string
}

export type S3Config = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  signsContentType: boolean
  /** Whether readers reach the bucket by its addresses. */
  isReachable: boolean
}

/** A base map that the operator answers for: its review number is printed wherever it is shown. */
export type BaseMap = { tiles: readonly string[]; reviewNumber: string; attribution: string }

export type OidcConfig = { issuer: string; clientId: string; clientSecret: string; name: string }

/** What is wrong with the environment: a line for each variable. */
export class ConfigError extends Error {
  readonly lines: readonly Text[]

  constructor(lines: readonly Text[]) {
    super(lines.map(({ en }) => en).join('\n'))
    this.name = 'ConfigError'
    this.lines = lines
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment once, at the start; throws a {@link ConfigError} that names everything wrong in it. */
export function readConfig(env: Environment): Config {
  const wrong: Text[] = []
  const values = readValues(env, wrong)
  const given = (name: VariableName) => isGiven(env, name)
  wrong.push(
    ...missingOf(s3Names, given),
    ...missingOf(oidcNames, given),
    ...missingOf(mapNames, given),
    ...missingOf(doiNames, given),
    ...missingOf(cstrNames, given),
    ...(['MAIL_FROM', 'BASE_URL'] as const)
      .filter((name) => given('SMTP_URL') && !given(name))
      .map((name) => words.needed(name, 'SMTP_URL')),
  )
  if (!areRight(values, wrong)) throw new ConfigError(wrong)
  return configOf(values, given('PORT'))
}

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** Whether a host name or address leads to this machine alone. */
export const isLoopback = (host: string): boolean => loopback.has(host)

/** Others reach this machine by a name that it cannot know: links would lead nowhere, or to where a request says. */
export function requireBaseUrl({ host, baseUrl }: Pick<Config, 'host' | 'baseUrl'>): void {
  if (!isLoopback(host) && baseUrl === undefined)
    throw new ConfigError([words.needed('BASE_URL', `HOST=${host}`)])
}

/** A key is tried out where a server starts: reading one takes a promise, and the shapes of variables make none. */
export async function requireGoodKey({ visaKey }: Pick<Config, 'visaKey'>): Promise<void> {
  if (visaKey === undefined) return
  await signerOf(visaKey).catch(() => {
    const { expected } = variables.HEXI_VISA_KEY
    throw new ConfigError([words.wrong('HEXI_VISA_KEY', words.hidden(visaKey.length), expected)])
  })
}

/** Where a server on this host and port is reached, without a slash at its end. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The variables as a table: what the README prints. */
export const configTable = Object.entries<Variable>(variables).map(([name, variable]) => ({
  name,
  default: variable.default ?? '',
  meaning: variable.meaning,
}))

const words = {
  wrong: (name: string, given: Text, expected: Text): Text => ({
    zh: `${name} 的值${given.zh}不正确：应为${expected.zh}。`,
    en: `${name} is ${given.en}: expected ${expected.en}.`,
  }),
  hidden: (length: number): Text => ({
    zh: `（${length} 个字符，此处不显示）`,
    en: `wrong (${length} characters, not shown)`,
  }),
  needed: (name: VariableName, by: string): Text => ({
    zh: `缺少 ${name}：已设置 ${by}，应为${variables[name].expected.zh}。`,
    en: `${name} is missing, but ${by} is set: expected ${variables[name].expected.en}.`,
  }),
}

const isGiven = (env: Environment, name: string) => (env[name] ?? '').trim() !== ''

function readValues(env: Environment, wrong: Text[]): object {
  const values: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries<Variable>(variables)) {
    const given = isGiven(env, name) ? env[name]?.trim() : variable.default
    if (given === undefined) continue
    const read = variable.shape.safeParse(given)
    if (read.success) values[name] = read.data
    else wrong.push(words.wrong(name, valueText(given, variable), variable.expected))
  }
  return values
}

/** Where nothing is wrong, every value was made by the very shape that `Values` derives its type from. */
const areRight = (_values: object, wrong: readonly Text[]): _values is Values => wrong.length === 0

function valueText(given: string, { secret }: Variable): Text {
  if (secret) return words.hidden(given.length)
  const quoted = JSON.stringify(given.length > 60 ? `${given.slice(0, 60)}…` : given)
  return { zh: ` ${quoted} `, en: quoted }
}

const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

const mapNames = ['MAP_TILES', 'MAP_REVIEW_NUMBER'] as const

const doiNames = ['DOI_ENDPOINT', 'DOI_PREFIX', 'DOI_ACCOUNT', 'DOI_PASSWORD'] as const
const cstrNames = ['CSTR_ENDPOINT', 'CSTR_PREFIX', 'CSTR_CLIENT_ID', 'CSTR_SECRET'] as const

/** Variables that go together: all or none. */
function missingOf(names: readonly VariableName[], given: (name: VariableName) => boolean): Text[] {
  const there = names.filter(given)
  if (there.length === 0) return []
  const missing = names.filter((name) => !given(name))
  return missing.map((name) => words.needed(name, there.join(', ')))
}

function configOf(values: Values, portIsGiven: boolean): Config {
  const s3 = s3Of(values)
  const oidc = oidcOf(values)
  const baseMap = baseMapOf(values)
  return {
    port: values.PORT,
    portIsGiven,
    host: values.HOST,
    dataFolder: values.HEXI_DATA,
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    databasePool: values.DATABASE_POOL,
    ...(s3 && { s3 }),
    ...(values.BASE_URL && { baseUrl: values.BASE_URL }),
    ...(values.HEXI_SECRET && { secret: values.HEXI_SECRET }),
    ...(values.HEXI_VISA_KEY && { visaKey: values.HEXI_VISA_KEY }),
    ...(values.SMTP_URL && { smtpUrl: values.SMTP_URL }),
    mailFrom: values.MAIL_FROM,
    ...(oidc && { oidc }),
    ...(baseMap && { baseMap }),
    logLevel: values.LOG_LEVEL,
    takesJobs: values.HEXI_JOBS,
    trustProxy: values.TRUST_PROXY,
    ...registriesOf(values),
    ...(values.ADMIN_EMAIL && { adminEmail: values.ADMIN_EMAIL }),
  }
}

type RegistryName =
  | (typeof doiNames)[number]
  | (typeof cstrNames)[number]
  | 'CSTR_INSTRUMENT_PREFIX'

/** The accounts at registries of identifiers; of a Worker's bindings too, which are not read as a whole. */
export function registriesOf(values: { [Name in RegistryName]?: string | undefined }) {
  const { DOI_ENDPOINT, DOI_PREFIX, DOI_ACCOUNT, DOI_PASSWORD } = values
  const { CSTR_ENDPOINT, CSTR_PREFIX, CSTR_CLIENT_ID, CSTR_SECRET } = values
  return {
    ...(DOI_ENDPOINT &&
      DOI_PREFIX &&
      DOI_ACCOUNT &&
      DOI_PASSWORD && {
        doi: {
          endpoint: DOI_ENDPOINT,
          prefix: DOI_PREFIX,
          account: DOI_ACCOUNT,
          password: DOI_PASSWORD,
        },
      }),
    ...(CSTR_ENDPOINT &&
      CSTR_PREFIX &&
      CSTR_CLIENT_ID &&
      CSTR_SECRET && {
        cstr: {
          endpoint: CSTR_ENDPOINT,
          prefix: CSTR_PREFIX,
          instrumentPrefix: values.CSTR_INSTRUMENT_PREFIX,
          clientId: CSTR_CLIENT_ID,
          secret: CSTR_SECRET,
        },
      }),
  }
}

function s3Of(values: Values): S3Config | undefined {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: values.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    signsContentType: values.S3_SIGN_CONTENT_TYPE,
    isReachable: values.S3_REACHABLE,
  }
}

function oidcOf(values: Values): OidcConfig | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = values
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
  }
}

type BaseMapValues<Tiles> = {
  MAP_TILES?: Tiles | undefined
  MAP_REVIEW_NUMBER?: string | undefined
  MAP_ATTRIBUTION?: string | undefined
}

function baseMapOf(values: BaseMapValues<readonly string[]>): BaseMap | undefined {
  const { MAP_TILES: tiles, MAP_REVIEW_NUMBER: reviewNumber, MAP_ATTRIBUTION } = values
  return tiles && reviewNumber
    ? { tiles, reviewNumber, attribution: MAP_ATTRIBUTION ?? '' }
    : undefined
}

/** Of a Worker's bindings, which are not read as a whole; throws where the addresses are none. */
export const baseMapIn = ({ MAP_TILES, ...others }: BaseMapValues<string>): BaseMap | undefined =>
  baseMapOf({
    ...others,
    MAP_TILES: MAP_TILES ? variables.MAP_TILES.shape.parse(MAP_TILES) : undefined,
  })
