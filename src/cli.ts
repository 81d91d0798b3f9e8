import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Command, CommandOption, OptionValue } from './core/command.ts'
import { ConfigError, readConfig } from './core/config.ts'
import { Problem } from './core/problem.ts'
import { inLang, type Text } from './core/text.ts'
import type { HouseCommand } from './node/commands.ts'
import { terminalIo, terminalLang } from './node/io.ts'
import { uploadCommand } from './node/upload.ts'

const lang = terminalLang(process.env)
const io = terminalIo(lang)

const usage = { zh: '用法', en: 'Usage' }
const known = { zh: '命令', en: 'Commands' }

/** Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
async function main([name, ...args]: readonly string[]): Promise<0 | 1 | 2> {
  // A sender begins at once: the server's program, which is all the others, is not loaded for it.
  if (name === uploadCommand.name) return runCommand(uploadCommand, args)
  const { commands } = await import('./node/commands.ts')
  if (name === undefined || name === 'help' || name === '--help') return help(commands)
  const command = commands.find((one) => one.name === name)
  if (command) return runCommand(command, args)
  io.warn({ zh: `没有命令 ${name}。`, en: `There is no command ${name}.` })
  help(commands)
  return 2
}

async function runCommand(command: HouseCommand, args: readonly string[]): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    io.say(usageOf(command))
    return 0
  }
  const given = parsedBy(command, args)
  if (!given) return 2
  try {
    const config = readConfig(process.env)
    return (await command.run(config, given, io)) === 'done' ? 0 : 1
  } catch (error) {
    return reportError(error)
  }
}

function help(commands: readonly HouseCommand[]): 0 {
  io.say({ zh: `${usage.zh}：hexi <命令>`, en: `${usage.en}: hexi <command>` })
  io.say({ zh: `\n${known.zh}：`, en: `\n${known.en}:` })
  for (const { name, about } of commands)
    io.say({ zh: `  ${name.padEnd(10)}${about.zh}`, en: `  ${name.padEnd(10)}${about.en}` })
  return 0
}

type Shape = Pick<HouseCommand, 'name' | 'positionals' | 'options' | 'about'>

function parsedBy(command: Shape, args: readonly string[]) {
  const { positionals: names = [], options = {} } = command
  try {
    const found = parseArgs({
      args: [...args],
      options: optionsOf(options),
      allowPositionals: true,
    })
    for (const [name, option] of Object.entries(options)) checkOption(name, option, found.values)
    if (!fits(found.positionals.length, names)) throw new Error(names.join(' '))
    return { positionals: found.positionals, options: singles(found.values) }
  } catch (error) {
    io.warn(usageOf(command, error instanceof Error ? error.message : String(error)))
    return undefined
  }
}

/** A last name that ends with `…` stands for one or more. */
const fits = (count: number, names: readonly string[]) =>
  names.at(-1)?.endsWith('…') ? count >= names.length : count === names.length

function checkOption(
  name: string,
  { needed, oneOf }: CommandOption,
  { [name]: value }: Record<string, unknown>,
): void {
  if (needed && value === undefined) throw new Error(`--${name}`)
  if (typeof value === 'string' && oneOf && !oneOf.includes(value))
    throw new Error(`--${name} ${value} (${oneOf.join(', ')})`)
}

/** No option here may be repeated, so none is a list. */
const singles = (values: Record<string, unknown>): Record<string, OptionValue> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'boolean' || typeof value === 'string' ? value : undefined,
    ]),
  )

const optionsOf = (options: NonNullable<Command['options']>): ParseArgsConfig['options'] & object =>
  Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]))

function usageOf({ name, positionals = [], options = {}, about }: Shape, wrong?: string): Text {
  const flags = Object.entries(options).map(([option, { type, needed }]) => {
    const shown = type === 'string' ? `--${option} …` : `--${option}`
    return needed ? shown : `[${shown}]`
  })
  const line = ['hexi', name, ...flags, ...positionals].join(' ')
  const said = wrong === undefined ? [] : [wrong]
  const lines = (language: 'zh' | 'en') =>
    Object.entries(options).map(([option, one]) => `  --${option}  ${inLang(one.about, language)}`)
  return {
    zh: [...said, `${usage.zh}：${line}`, about.zh, ...lines('zh')].join('\n'),
    en: [...said, `${usage.en}: ${line}`, about.en, ...lines('en')].join('\n'),
  }
}

/** A refusal in words; anything else is a bug, and its trace belongs in the log, not on the terminal. */
function reportError(error: unknown): 1 | 2 {
  if (error instanceof ConfigError) {
    for (const line of error.lines) io.warn(line)
    return 2
  }
  if (error instanceof Problem) {
    io.warn(error.detail)
    for (const { path, message } of error.facts.issues ?? [])
      io.warn({ zh: `  ${path}：${message.zh}`, en: `  ${path}: ${message.en}` })
    return 1
  }
  const text = error instanceof Error ? error.message : String(error)
  io.warn({ zh: text, en: text })
  if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
