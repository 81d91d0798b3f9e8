import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../core/text.ts'
import { signedIn } from '../../core/permission.ts'
import { managedInstitutionChoices } from '../../people/pages/choices.ts'
import { operation } from '../../web/api.ts'
import { Button } from '../../web/components/button.tsx'
import { type Choice, FormField } from '../../web/components/form-field.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { etagOf, hasVersion, versionToMatch } from '../../web/etag.ts'
import { EntityForm } from '../../web/fields.tsx'
import { setFlash } from '../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../web/forms.tsx'
import { documented } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { withQuery } from '../../web/paths.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import { requestPaths } from '../words/paths.ts'
import { changeSettings, getProvider, type ProviderKey, providersKept } from './actions.ts'
import { CollectionAsked, ProviderAnswer, settingsForm } from './model.ts'
import { providerWords as words } from './words.ts'

type C = HonoContext<Env>
const here = requestPaths.settings
const path = '/request-providers/:institution'
const tag = 'requests'

/** How a provider answers requests, for programs; a collection is named by `?collection=`. */
export const providerRoutes = new Hono<Env>()
  .get(
    path,
    operation({
      summary: 'How an institution, or one of its collections, answers requests',
      tag,
      answers: { 200: ProviderAnswer, 304: null },
      refuses: [401, 403, 404],
    }),
    parsed('query', CollectionAsked),
    async (c) => {
      const key = { institution: c.req.param('institution'), ...c.req.valid('query') }
      return answered(c, key)
    },
  )
  .put(
    path,
    operation({
      summary: 'Choose how requests are answered; by curators of the institution or collection',
      tag,
      answers: { 200: ProviderAnswer },
      refuses: [404, 409, 412],
    }),
    parsed('query', CollectionAsked),
    parsed('json', settingsForm.schema),
    async (c) => {
      const key = { institution: c.req.param('institution'), ...c.req.valid('query') }
      await changeSettings(c.var.ctx, c.req.valid('json'), { ...key, version: versionToMatch(c) })
      return answered(c, key)
    },
  )

async function answered(c: C, key: ProviderKey) {
  const provider = await getProvider(c.var.ctx, key)
  c.header('etag', etagOf(provider.version))
  return c.req.method === 'GET' && hasVersion(c, provider.version)
    ? c.body(null, 304)
    : c.json(documented(ProviderAnswer, provider), 200)
}

/** The same as a page: which provider is chosen by `?of=`, an institution or `institution.collection`. */
export const providerPages = new Hono<Env>()
  .get(here, (c) => settingsPage(c))
  .post(here, (c) =>
    submitted(
      c,
      async (form) => {
        const of = form.value('of')
        const chosen = parseOrRefuse(settingsForm.schema, settingsForm.read(form.typed))
        const version = Number(form.value('version'))
        await changeSettings(c.var.ctx, chosen, { ...keyIn(of), version })
        setFlash(c, words.saved)
        return c.redirect(withQuery(here, { of }), 303)
      },
      (form) => settingsPage(c, form),
    ),
  )

function keyIn(of: string): ProviderKey {
  const [institution = '', collection] = of.split('.')
  return { institution, collection }
}

async function settingsPage(c: C, form?: Filled) {
  const { ctx } = c.var
  signedIn(ctx)
  const choices = await providerChoices(c)
  const of = form?.value('of') || c.req.query('of') || choices[0]?.value
  return page(
    c,
    { title: words.settings, lead: words.lead, width: 'reading', status: form?.status ?? 200 },
    of === undefined ? (
      <Empty title={words.nothing} icon="info" />
    ) : (
      <>
        {choices.length > 1 && <Choosing {...{ choices, of }} />}
        {await settingsPart(c, { of, form })}
      </>
    ),
  )
}

const Choosing = ({ choices, of }: { choices: readonly Choice[]; of: string }) => (
  <form class="stacked-form" method="get" action={here}>
    <FormField
      type="select"
      name="of"
      label={words.provider}
      {...{ choices }}
      value={of}
      none={null}
    />
    <div class="form-actions">
      <Button text={words.show} />
    </div>
  </form>
)

async function settingsPart(c: C, { of, form }: { of: string; form: Filled | undefined }) {
  const provider = await getProvider(c.var.ctx, keyIn(of))
  const { institution, collection, isOwn, version } = provider
  return (
    <Section title={collection?.title ?? institution.name}>
      {!isOwn && <Local as="p" class="quiet" text={words.isDefault} />}
      <EntityForm
        of={settingsForm}
        form={form ?? filledIn(settingsForm.open(provider))}
        action={here}
        submit={words.save}
        version={version}
      >
        <input type="hidden" name="of" value={of} />
      </EntityForm>
    </Section>
  )
}

/** Institutions that the viewer keeps, and collections. */
async function providerChoices({ var: { ctx } }: C): Promise<Choice[]> {
  const [institutions, collections] = [
    await managedInstitutionChoices(ctx),
    await providersKept(ctx),
  ]
  return [
    ...institutions,
    ...collections.map(({ id, institutionId, title }) => ({
      value: `${institutionId}.${id}`,
      label: {
        zh: words.collectionOf(inLang(title, 'zh')).zh,
        en: words.collectionOf(inLang(title, 'en')).en,
      },
    })),
  ]
}
