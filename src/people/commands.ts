import type { Command, OptionValue } from '../core/command.ts'
import { Problem } from '../core/problem.ts'
import { parseOrRefuse } from '../web/validate.ts'
import { createPerson, findPersonIdByEmail } from './accounts/actions/people.ts'
import { disableDemoPeople } from './accounts/actions/demo.ts'
import { madePassword } from './accounts/rules/passwords.ts'
import { createToken } from './tokens/actions.ts'
import { NewPerson } from './accounts/model/person.ts'
import { NewToken } from './tokens/model.ts'
import { commandWords as words } from './accounts/words/commands.ts'

const text = (zh: string, en: string, needed = false) => ({
  type: 'string' as const,
  ...(needed && { needed }),
  about: { zh, en },
})

/** `hexi person --email … --name …`: an account at once; without a password one is made and shown once. */
export const personCommand: Command = {
  name: 'person',
  about: { zh: '新增用户账户', en: 'Adds a user account' },
  options: {
    email: text('登录邮箱', 'Address to sign in with', true),
    name: text('姓名', 'Name', true),
    password: text(
      '密码（默认随机生成并显示一次）',
      'Password (by default one is made and shown once)',
    ),
    lang: text('界面语言：zh 或 en', 'Language: zh or en'),
    admin: {
      type: 'boolean',
      about: { zh: '设为系统管理员', en: 'Makes the user an administrator' },
    },
  },
  async run(ctx, { options }, io) {
    const email = String(options['email'])
    const made = options['password'] === undefined ? madePassword({ email }) : undefined
    const input = parseOrRefuse(NewPerson, {
      email,
      name: options['name'],
      password: options['password'] ?? made,
      ...(options['lang'] !== undefined && { lang: options['lang'] }),
      isAdmin: options['admin'] === true,
    })
    const { id } = await createPerson(ctx, input)
    io.say(words.personMade(input.email, id))
    if (made) io.say(words.passwordMade(made))
    return 'done'
  },
}

/** `hexi end-demo`: an installation that began as the demo goes on without its people. */
export const endDemoCommand: Command = {
  name: 'end-demo',
  about: {
    zh: '停用演示用户，并撤销其会话、访问令牌与日历订阅',
    en: 'Disables demo users and ends their sessions, access tokens and calendar subscriptions',
  },
  async run(ctx, _given, io) {
    io.say(words.demoEnded(await disableDemoPeople(ctx)))
    return 'done'
  },
}

/** `hexi token --email … --scopes read,write`: a personal access token, shown once. */
export const tokenCommand: Command = {
  name: 'token',
  about: {
    zh: '为用户新建访问令牌（只显示一次）',
    en: 'Creates an access token for a user (shown once)',
  },
  options: {
    email: text('用户的登录邮箱', 'Whose: the address they sign in with', true),
    name: text('令牌名称', 'What it is for'),
    scopes: text('权限：read,write,admin 中的若干', 'Of read,write,admin (by default read)'),
  },
  async run(ctx, { options }, io) {
    const email = String(options['email'])
    const personId = await findPersonIdByEmail(ctx, email)
    if (!personId) throw new Problem('not-found', words.noPerson(email))
    const input = parseOrRefuse(NewToken, {
      name: options['name'] ?? 'hexi token',
      scopes: scopesIn(options['scopes']),
    })
    const { token } = await createToken(ctx, { ...input, personId })
    io.say({ zh: token, en: token })
    return 'done'
  },
}

const scopesIn = (value: OptionValue) =>
  (typeof value === 'string' ? value : 'read').split(',').map((scope) => scope.trim())
