import { requestScene } from './scene.ts'
import { tellWaiting } from '../support/told.ts'
import { aToken, somebody } from '../support/people.ts'

/** A provider that asks for a supervisor's consent, and a lab with a supervisor, of which the requester is a member. */
export async function consentScene() {
  const scene = await requestScene({ max: 8 })
  const { db, own, other, people, services } = scene
  const at = services.now()
  const chief = await somebody(services, { email: 'chief@lab.test', name: 'Prof. Li' })
  const addLab = async (name: string, members: readonly (readonly [string, 'pi' | 'member'])[]) => {
    const { id } = await db
      .insertInto('lab')
      .values({ institution_id: other, name_zh: name, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('lab_member')
      .values(members.map(([person_id, role]) => ({ lab_id: id, person_id, role, created_at: at })))
      .execute()
    return id
  }
  const outsider = people['demo-outsider']
  const lab = await addLab('旱区生态组', [
    [chief.id, 'pi'],
    [outsider, 'member'],
  ])
  await db
    .insertInto('request_provider')
    .values({ institution_id: own, needs_consent: true, created_at: at })
    .execute()
  /** The newest letter to somebody about consent, and the path of its link. */
  const letter = async (to: string) => {
    await tellWaiting(services)
    const mail = await db
      .selectFrom('mail')
      .where('to_address', '=', to)
      .where('body', 'like', '%/consent/%')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .select(['subject', 'body'])
      .executeTakeFirst()
    const path = /\/consent\/[\w-]+/.exec(mail?.body ?? '')?.[0]
    return mail && path ? { ...mail, path } : undefined
  }
  return {
    ...scene,
    lab,
    addLab,
    chief: { ...chief, token: await aToken(services, chief.id) },
    letter,
    /** Sends a request that asks the supervisor for consent. */
    asked: async (more: object = {}) => {
      const [first] = await scene.draft([{ record: scene.dataset }], 'demo-outsider', {
        lab,
        supervisor: chief.id,
        purpose: { title: 'Roots', text: 'Drought & roots' },
        ...more,
      })
      return scene.give(first?.id ?? '', 'submission')
    },
    /** Opens the link of a letter, or answers it, without signing in where nobody is named. */
    open: async (path: string, as?: string) => scene.as(as).get(path),
    answer: async (path: string, fields: Record<string, string>, as?: string) =>
      scene.app.request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { ...(as && { authorization: `Bearer ${as}` }), cookie: 'hexi_lang=en' },
      }),
  }
}

export type ConsentScene = Awaited<ReturnType<typeof consentScene>>
