import { demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import type { Db } from '../../src/core/database.ts'
import type { Services } from '../../src/web/services.ts'

type Token = keyof typeof demoSignIns

/** Two institutions, a curator of the first, everybody whom the demo's tokens name. */
export async function addDemoHouse(db: Db, at: ReturnType<Services['now']>) {
  const [own = '', other = ''] = (
    await db
      .insertInto('institution')
      .values([
        {
          name_zh: '甘肃省种质资源库',
          name_en: 'Gansu Genebank',
          region: '620100',
          created_at: at,
        },
        { name_zh: '敦煌研究院', name_en: 'Dunhuang Academy', region: '620982', created_at: at },
      ])
      .returning('id')
      .execute()
  ).map(({ id }) => id)
  const people = await addDemoPeople({ db, at, own, other })
  return { own, other, people }
}

type Setting = {
  db: Db
  at: ReturnType<Services['now']>
  own: string
  other: string
}

async function addDemoPeople({ db, at, own, other }: Setting): Promise<Record<Token, string>> {
  const rows = await db
    .insertInto('person')
    .values(
      Object.entries(demoSignIns).map(([token, email]) => ({
        name: token,
        email,
        is_admin: token === 'demo-admin',
        email_verified_at: at,
        created_at: at,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const idOf = (token: Token) => rows.find(({ name }) => name === token)?.id ?? ''
  const ids = {
    'demo-admin': idOf('demo-admin'),
    'demo-curator': idOf('demo-curator'),
    'demo-steward': idOf('demo-steward'),
    'demo-pi': idOf('demo-pi'),
    'demo-researcher': idOf('demo-researcher'),
    'demo-outsider': idOf('demo-outsider'),
  }
  const belongs = (token: Token, institution: string) => ({
    person_id: ids[token],
    institution_id: institution,
    created_at: at,
    approved_at: at,
  })
  await db
    .insertInto('membership')
    .values([
      ...(
        ['demo-admin', 'demo-curator', 'demo-steward', 'demo-pi', 'demo-researcher'] as const
      ).map((token) => belongs(token, own)),
      belongs('demo-outsider', other),
    ])
    .execute()
  await db
    .insertInto('role_grant')
    .values([
      { person_id: ids['demo-curator'], role: 'curator', institution_id: own, created_at: at },
      { person_id: ids['demo-steward'], role: 'steward', institution_id: own, created_at: at },
    ])
    .execute()
  return ids
}
