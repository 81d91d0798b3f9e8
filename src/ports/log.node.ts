import { type DestinationStream, type Level, type Logger, pino } from 'pino'

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

/** Logs as one JSON object a line, to standard output unless told otherwise. */
export function createLog(options: {
  level: Level | 'silent'
  destination?: DestinationStream
}): Logger {
  const { level, destination = pino.destination({ fd: 1, sync: true }) } = options
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redacted, censor: '[hidden]' },
    },
    destination,
  )
}
