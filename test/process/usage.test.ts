import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'
import { portOf } from '../support/port.ts'

let scene: ProcessScene

beforeEach(async () => {
  scene = await openProcessScene()
})

afterEach(() => scene.close())

const commands = [
  'serve',
  'jobs',
  'migrate',
  'seed',
  'import',
  'person',
  'token',
  'reindex',
  'doctor',
]

describe('hexi', () => {
  test.each([[['help']], [['--help']], [[]]])('%j lists every command', async (args) => {
    const { code, out, err } = await scene.run(args)
    expect([code, err]).toEqual([0, ''])
    expect([...out.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(commands),
    )
  })

  test('speaks the terminal’s language', async () => {
    expect((await scene.run(['help'], { LANG: 'zh_CN.UTF-8' })).out).toContain('用法：hexi <命令>')
  })

  test('answers an unknown command with the known ones, and 2', async () => {
    const { code, out, err } = await scene.run(['fly'])
    expect([code, err]).toEqual([2, 'There is no command fly.\n'])
    expect(out).toContain('serve')
  })

  test('answers a missing or unknown option with the command’s usage, and 2', async () => {
    const missing = await scene.run(['person', '--email', 'ma@hexi.example'])
    expect(missing.code).toBe(2)
    expect(missing.err).toContain('--name')
    expect(missing.err).toContain('Usage: hexi person --email …')
    const unknown = await scene.run(['serve', '--fast'])
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain("Unknown option '--fast'")
  })
})

describe('an environment that is wrong', () => {
  test('is named in a line for each variable, and nothing is started', async () => {
    const { code, out, err } = await scene.run(['serve'], { PORT: 'http', HEXI_JOBS: 'maybe' })
    expect([code, out]).toEqual([2, ''])
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^PORT is "http": expected .+\.$/),
      expect.stringMatching(/^HEXI_JOBS is "maybe": expected .+\.$/),
    ])
  })

  test('is named in Chinese on a Chinese terminal', async () => {
    const { code, err } = await scene.run(['serve'], { PORT: 'http', LANG: 'zh_CN.UTF-8' })
    expect(code).toBe(2)
    expect(err).toMatch(/^PORT 的值 "http" 不正确：应为.+。\n$/)
  })

  test('opens no demo to the network unless told to', async () => {
    const { code, err } = await scene.run(['serve'], { HOST: '0.0.0.0' })
    expect([code, err]).toEqual([1, expect.stringContaining('--demo-public')])
  })

  test.each([['--demo-public'], ['--no-demo']])(
    'serves no network (%s) without the address that its links are to have',
    async (option) => {
      const { code, err } = await scene.run(['serve', option], { HOST: '0.0.0.0' })
      expect([code, err]).toEqual([2, expect.stringMatching(/^BASE_URL is missing, but HOST=/)])
    },
  )
})

test('a port that was asked for and is taken is said in one sentence, and nothing is left running', async () => {
  const other = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = portOf(other)
  const { code, err } = await scene.run(['serve', '--no-demo'], { PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(err).toBe(
    `Port ${port} on 127.0.0.1 is in use. Stop the program using it, or set PORT to another port.\n`,
  )
})
