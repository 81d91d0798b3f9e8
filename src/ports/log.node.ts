import { hostname } from 'node:os'
import { type DestinationStream, type Level, pino, stdSerializers } from 'pino'

/** What must never be read in a log, wherever in an entry it stands. */
const secrets = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'connectionString',
  'databaseUrl',
  'smtpUrl',
]

/** `name`, `*.name` and `*.*.name`: an entry, its request or error, and their headers. */
const redacted = secrets.flatMap((name) =>
  [0, 1, 2].map((depth) => `${'*.'.repeat(depth).slice(0, -1)}["${name}"]`),
)

/**
 * Logs as one JSON object a line, to standard output unless told otherwise. Lines are gathered for a moment
 * (32 kB at most) and are all written when the process ends; errors are written at once.
 */
export function createLog(options: { level: Level | 'silent'; destination?: DestinationStream }) {
  const { level } = options
  const own = options.destination ? undefined : gathered()
  const destination = options.destination ?? own
  const common = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFacts },
  }
  const log = pino({ ...common, redact: { paths: redacted, censor: '[hidden]' } }, destination)
  const isTold = log.isLevelEnabled('info')
  return {
    debug: (facts: object, message: string) => log.debug(facts, message),
    info: (facts: object, message: string) => log.info(facts, message),
    warn: (facts: object, message: string) => log.warn(facts, message),
    error(facts: object, message: string) {
      log.error(facts, message)
      own?.flush()
    },
    /** There is one for each request: written by hand it takes half the time. What it says holds no secret. */
    request(facts: object) {
      if (isTold) destination?.write(`${requestHead()}${JSON.stringify(facts).slice(1)}\n`)
    },
  }
}

/** A broken connection names its whole client, with every statement that it has prepared. */
const errorFacts = (error: Error) => ({ ...stdSerializers.err(error), client: undefined })

const who = `"pid":${process.pid},"hostname":${JSON.stringify(hostname())}`

const requestHead = () =>
  `{"level":"info","time":"${new Date().toISOString()}",${who},"msg":"request",`

const gatherBytes = 32_768
const gatherMs = 250

type Gathered = DestinationStream & { flush(): void }

function gathered(): Gathered {
  const output = pino.destination({ fd: 1, sync: true })
  let lines = ''
  const flush = () => {
    if (lines !== '') output.write(lines)
    lines = ''
  }
  setInterval(flush, gatherMs).unref()
  process.on('exit', () => {
    flush()
    output.flushSync()
  })
  return {
    write(line) {
      lines += line
      if (lines.length >= gatherBytes) flush()
    },
    flush,
  }
}
