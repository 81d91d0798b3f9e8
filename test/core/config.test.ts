import { describe, expect, test } from 'vitest'
import { ConfigError, configTable, readConfig, requireBaseUrl } from '../../src/core/config.ts'

const linesOf = (env: Record<string, string>) => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.lines
    throw error
  }
}
const english = (env: Record<string, string>) => linesOf(env).map(({ en }) => en)

const s3 = {
  S3_ENDPOINT: 'https://s3.example.org/',
  S3_BUCKET: 'hexi-objects',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
}
const oidc = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'hexi',
  OIDC_CLIENT_SECRET: 'secret',
}

describe('an environment that says nothing', () => {
  const embedded = {
    port: 8787,
    portIsGiven: false,
    host: '127.0.0.1',
    dataFolder: './data',
    databasePool: 10,
    mailFrom: 'Hexi <hexi@localhost>',
    logLevel: 'info',
    takesJobs: true,
    trustProxy: false,
  }

  test('runs everything embedded, for this machine alone', () => {
    expect(readConfig({})).toEqual(embedded)
  })

  test('is the same as one of empty and foreign variables', () => {
    expect(readConfig({ PORT: '', HOST: ' ', S3_BUCKET: '', PATH: '/bin', LANG: 'zh_CN' })).toEqual(
      embedded,
    )
  })
})

describe('an environment that says everything', () => {
  test('is read into plain values', () => {
    const config = readConfig({
      ...s3,
      ...oidc,
      PORT: '80',
      HOST: '0.0.0.0',
      HEXI_DATA: '/var/lib/河西 数据',
      DATABASE_URL: 'postgresql://hexi:word@db.example.org:5432/hexi?sslmode=require',
      DATABASE_POOL: '25',
      S3_REGION: 'cn-northwest-1',
      S3_SIGN_CONTENT_TYPE: 'TRUE',
      BASE_URL: 'https://hexi.example.org/',
      HEXI_SECRET: 's'.repeat(32),
      SMTP_URL: 'smtps://user:word@mail.example.org:465',
      MAIL_FROM: '河西 <hexi@example.org>',
      OIDC_NAME: '统一身份认证',
      LOG_LEVEL: 'debug',
      HEXI_JOBS: 'no',
      TRUST_PROXY: '1',
    })
    expect(config).toEqual({
      port: 80,
      portIsGiven: true,
      host: '0.0.0.0',
      dataFolder: '/var/lib/河西 数据',
      databaseUrl: 'postgresql://hexi:word@db.example.org:5432/hexi?sslmode=require',
      databasePool: 25,
      s3: {
        endpoint: 'https://s3.example.org',
        bucket: 'hexi-objects',
        region: 'cn-northwest-1',
        accessKeyId: 'key',
        secretAccessKey: 'secret',
        signsContentType: true,
        isReachable: false,
      },
      baseUrl: 'https://hexi.example.org',
      secret: 's'.repeat(32),
      smtpUrl: 'smtps://user:word@mail.example.org:465',
      mailFrom: '河西 <hexi@example.org>',
      oidc: {
        issuer: 'https://login.example.org',
        clientId: 'hexi',
        clientSecret: 'secret',
        name: '统一身份认证',
      },
      logLevel: 'debug',
      takesJobs: false,
      trustProxy: true,
    })
  })

  test.each(['::1', 'localhost', 'hexi.example.org', '10.0.0.7'])('may listen on %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST)
  })

  test('may reach its database through a socket', () => {
    const DATABASE_URL = 'postgres:///hexi?host=/run/postgresql'
    expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL)
  })
})

describe('a wrong value', () => {
  test.each([
    [{ PORT: '80a' }, 'PORT is "80a": expected a whole number from 1 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536": expected a whole number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT is "0": expected a whole number from 1 to 65535.'],
    [{ PORT: '8e3' }, 'PORT is "8e3": expected a whole number from 1 to 65535.'],
    [{ HOST: 'http://x' }, 'HOST is "http://x": expected an IP address or a host name.'],
    [{ DATABASE_POOL: '-1' }, 'DATABASE_POOL is "-1": expected a whole number from 1 to 1000.'],
    [{ HEXI_JOBS: 'maybe' }, 'HEXI_JOBS is "maybe": expected yes or no.'],
    [{ TRUST_PROXY: '2' }, 'TRUST_PROXY is "2": expected yes or no.'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud": expected one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      { BASE_URL: 'hexi.example.org' },
      'BASE_URL is "hexi.example.org": expected an address such as https://hexi.example.org.',
    ],
    [
      { MAIL_FROM: 'nobody' },
      'MAIL_FROM is "nobody": expected a mailbox such as Hexi <hexi@example.org>.',
    ],
    [
      { ...s3, S3_BUCKET: 'a/b' },
      'S3_BUCKET is "a/b": expected the name of a bucket (3–63 letters, digits, dots or hyphens).',
    ],
  ])('%j is named with what was given and what is expected', (env, line) => {
    expect(english(env)).toEqual([line])
  })

  test.each([
    [
      { DATABASE_URL: 'mysql://root:hunter22@db/x' },
      'DATABASE_URL is wrong (26 characters, not shown): expected an address such as postgres://hexi:…@db.example.org/hexi.',
    ],
    [
      { HEXI_SECRET: 'hunter22' },
      'HEXI_SECRET is wrong (8 characters, not shown): expected random text of at least 32 characters.',
    ],
  ])('that may hold a secret is not repeated: %#', (env, line) => {
    expect(english(env)).toEqual([line])
  })

  test('is said in both languages, each on one line, however long or broken the value is', () => {
    const lines = linesOf({ PORT: `8\n${'0'.repeat(1000)}`, LOG_LEVEL: 'loud', HOST: 'a b' })
    expect(lines).toHaveLength(3)
    expect(lines[0]?.zh).toBe(
      `PORT 的值 "8\\n${'0'.repeat(58)}…" 不正确：应为1 到 65535 之间的整数。`,
    )
    expect(new ConfigError(lines).message.split('\n')).toHaveLength(3)
  })
})

describe('variables that go together', () => {
  test.each(Object.keys(s3))('without %s the bucket is refused', (name) => {
    const { [name]: _, ...rest } = Object.fromEntries(Object.entries(s3))
    expect(english(rest)).toEqual([
      expect.stringMatching(
        new RegExp(`^${name} is missing, but S3_\\w+, S3_\\w+, S3_\\w+ is set: expected `),
      ),
    ])
  })

  test.each(Object.keys(oidc))('without %s the sign-in elsewhere is refused', (name) => {
    const { [name]: _, ...rest } = Object.fromEntries(Object.entries(oidc))
    expect(english(rest)).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing, but OIDC_\\w+, OIDC_\\w+ is set`)),
    ])
  })

  test('mail needs a sender of its own', () => {
    const BASE_URL = 'https://hexi.example.org'
    expect(english({ SMTP_URL: 'smtp://mail.example.org', BASE_URL })).toEqual([
      'MAIL_FROM is missing, but SMTP_URL is set: expected a mailbox such as Hexi <hexi@example.org>.',
    ])
  })

  test('mail needs to know where its links lead', () => {
    const MAIL_FROM = 'hexi@example.org'
    expect(english({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM })).toEqual([
      'BASE_URL is missing, but SMTP_URL is set: expected an address such as https://hexi.example.org.',
    ])
  })

  test('so does whoever listens beyond this machine', () => {
    expect(() => requireBaseUrl({ host: '0.0.0.0' })).toThrow(
      'BASE_URL is missing, but HOST=0.0.0.0 is set: expected an address such as https://hexi.example.org.',
    )
    requireBaseUrl({ host: '0.0.0.0', baseUrl: 'https://hexi.example.org' })
    for (const host of ['127.0.0.1', '::1', 'localhost']) requireBaseUrl({ host })
  })
})

test('the table of variables explains each in both languages', () => {
  expect(configTable.map(({ name }) => name)).toContain('TRUST_PROXY')
  expect(configTable).toHaveLength(37)
  expect(configTable.find(({ name }) => name === 'PORT')?.default).toBe('8787')
  for (const { meaning } of configTable) {
    expect(meaning.zh).toMatch(/。$/)
    expect(meaning.en).toMatch(/\.$/)
  }
})
