import { expect, test } from 'vitest'
import { createLog } from '../../src/ports/log.node.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = []
  write(createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }))
  return lines
}

test('an entry is one line of JSON with its time and level', () => {
  const [line = ''] = logged((log) => log.warn({ requestId: 'r1' }, 'slow\nquery'))
  expect(line.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(line)).toMatchObject({
    level: 'warn',
    requestId: 'r1',
    msg: 'slow\nquery',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  })
})

test('cookies, tokens and passwords never reach the log', () => {
  const secret = 'hunter2-hunter2'
  const lines = logged((log) => {
    log.info(
      { headers: { cookie: secret, authorization: secret, 'set-cookie': secret } },
      'headers',
    )
    log.info({ req: { headers: { authorization: secret, cookie: secret } } }, 'request')
    log.info({ token: secret, body: { password: secret, token: secret } }, 'sign-in')
    log.info({ config: { databaseUrl: secret, secret } }, 'start')
    log.error({ err: Object.assign(new Error('no'), { secret }) }, 'failed')
  })
  expect(lines).toHaveLength(5)
  expect(lines.join('')).not.toContain(secret)
  expect(lines[0]).toContain('"cookie":"[hidden]"')
})

test('a broken connection is told without all that its client knows', () => {
  const broken = Object.assign(new Error('terminating connection'), { client: { port: 54_320 } })
  const [line = ''] = logged((log) => log.warn({ err: broken }, 'a database connection broke'))
  expect(JSON.parse(line).err).toMatchObject({ type: 'Error', message: 'terminating connection' })
  expect(line).not.toContain('54320')
})

test('what is below the level is not written', () => {
  expect(logged((log) => log.debug({}, 'detail'))).toEqual([])
})
