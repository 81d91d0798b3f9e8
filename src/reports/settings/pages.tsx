import { type Context as HonoContext, Hono } from 'hono'
import { Section, Tabs } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { setFlash } from '../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../web/forms.tsx'
import { page } from '../../web/page.tsx'
import { reportLinks } from '../words/paths.ts'
import { changeFieldRules, changeNorms, reportSettings } from './actions.ts'
import { type NriiField, type NriiPart, nriiParts } from '../nrii/model.ts'
import { nriiPartNames } from '../nrii/words.ts'
import { settingsWords as words } from './words.ts'
import { settingsPath, usePath } from '../use/pages/links.ts'
import { Button } from '../../web/components/button.tsx'
import { ErrorSummary } from '../../web/components/messages.tsx'
import { FormField } from '../../web/components/form-field.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { Local, useText } from '../../web/lang.tsx'
import type { Norm } from './queries.ts'

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
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: reportLinks.use.text, href: usePath }],
      main: 'nrii',
      status: norms?.status ?? rules?.status ?? 200,
    },
    <>
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

/** Expected hours, national means, thresholds: a number each. */
function NormsForm({ norms, form }: { norms: readonly Norm[]; form: Filled | undefined }) {
  const filled =
    form ?? filledWith(Object.fromEntries(norms.map(({ name, value }) => [name, String(value)])))
  const labels = Object.fromEntries(
    norms.map(({ name, labelZh, labelEn }) => [name, { zh: labelZh, en: labelEn }]),
  )
  return (
    <Form action={`${settingsPath}/norms`} form={filled} submit={words.save} labels={labels}>
      <div class="norms">
        {norms.map(({ name, unit }) => (
          <FormField
            name={name}
            type="number"
            label={labels[name] ?? words.norms}
            form={filled}
            unit={unit}
            min={0}
            required
          />
        ))}
      </div>
    </Form>
  )
}

type RulesProps = { fields: readonly NriiField[]; part: NriiPart; form: Filled }

/** Which fields are needed, and how long they may be: a row each, saved together. */
function FieldRulesForm({ fields, part, form }: RulesProps) {
  return (
    <form method="post" action={`${settingsPath}/fields?part=${part}`} novalidate>
      <ErrorSummary issues={form.issues} />
      <Table
        caption={words.fields}
        dense
        columns={[nameColumn, ...ruleColumns(form)]}
        rows={fields}
      />
      <div class="form-actions">
        <Button text={words.save} />
      </div>
    </form>
  )
}

const nameColumn: Column<NriiField> = {
  label: words.field,
  cell: ({ name, labelZh, labelEn }) => (
    <>
      <Local text={{ zh: labelZh, en: labelEn }} /> <code>{name}</code>
    </>
  ),
}

/** As it is, or as it was typed where that was refused. */
function ruleColumns(form: Filled): Column<NriiField>[] {
  const isTyped = form.status !== 200
  const typed = (path: string, stored: number | null) =>
    isTyped ? form.value(path) : String(stored ?? '')
  return [
    {
      label: words.required,
      cell: ({ name, required }) => (
        <Tick name={name} checked={isTyped ? form.value(`${name}.required`) !== '' : required} />
      ),
    },
    {
      label: words.maxLength,
      cell: ({ name, maxLength }) => (
        <NumberBox path={`${name}.maxLength`} value={typed(`${name}.maxLength`, maxLength)} />
      ),
    },
    {
      label: words.maxCount,
      cell: ({ name, type, maxCount }) =>
        type === 'codes' && (
          <NumberBox path={`${name}.maxCount`} value={typed(`${name}.maxCount`, maxCount)} />
        ),
    },
  ]
}

function Tick({ name, checked }: { name: string; checked: boolean }) {
  const t = useText()
  return (
    <input
      type="checkbox"
      name={`${name}.required`}
      checked={checked}
      aria-label={`${t(words.required)}: ${name}`}
    />
  )
}

function NumberBox({ path, value }: { path: string; value: string }) {
  const t = useText()
  const word = path.endsWith('maxCount') ? words.maxCount : words.maxLength
  return (
    <input
      id={`field-${path}`}
      class="input input-short"
      type="number"
      min={1}
      name={path}
      value={value}
      aria-label={`${t(word)}: ${path.split('.')[0] ?? ''}`}
    />
  )
}
