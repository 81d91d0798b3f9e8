import { type Context as HonoContext, Hono } from 'hono'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { Tabs } from '../../../web/components/tabs.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { changeFieldRules, changeNorms, reportSettings } from '../actions.ts'
import { nriiParts } from '../../nrii/model.ts'
import { nriiPartNames } from '../../nrii/words.ts'
import { settingsWords as words } from '../words.ts'
import { settingsPath, usePath } from '../../use/pages/links.ts'
import { FieldRulesForm, NormsForm } from './forms.tsx'
import { reportLinks } from '../../words/paths.ts'

type C = HonoContext<Env>

/** Yearly norms, thresholds and field lists: what reports are measured by, for administrators. */
export const reportSettingsPages = new Hono<Env>()
  .get(settingsPath, (c) => settingsPage(c, {}))
  .post(`${settingsPath}/norms`, async (c) =>
    submitted(
      c,
      async (form) => {
        await changeNorms(c.var.ctx, (name) => form.value(name))
        setFlash(c, words.savedNorms)
        return c.redirect(settingsPath, 303)
      },
      (norms) => settingsPage(c, { norms }),
    ),
  )
  .post(`${settingsPath}/fields`, async (c) =>
    submitted(
      c,
      async (form) => {
        await changeFieldRules(c.var.ctx, partOf(c), (name) => form.value(name))
        setFlash(c, words.savedFields)
        return c.redirect(`${settingsPath}?part=${partOf(c)}`, 303)
      },
      (rules) => settingsPage(c, { rules }),
    ),
  )

const partOf = (c: C) => nriiParts.find((one) => one === c.req.query('part')) ?? 'instruments'

type Forms = { norms?: Filled; rules?: Filled }

async function settingsPage(c: C, { norms, rules }: Forms) {
  const { ctx } = c.var
  const part = partOf(c)
  const settings = await reportSettings(ctx, part)
  return page(
    c,
    {
      title: words.title[ctx.lang],
      crumbs: [{ text: reportLinks.use.text, href: usePath }, { text: words.title }],
      main: 'nrii',
      status: norms?.status ?? rules?.status ?? 200,
    },
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Section title={words.norms}>
        <NormsForm norms={settings.norms} form={norms} />
      </Section>
      <Section title={words.fields}>
        <Tabs
          label={words.parts[ctx.lang]}
          tabs={nriiParts.map((one) => ({
            text: nriiPartNames[one],
            href: `${settingsPath}?part=${one}`,
            current: one === part,
          }))}
        />
        <FieldRulesForm fields={settings.fields} part={part} form={rules ?? filledWith()} />
      </Section>
    </>,
  )
}
