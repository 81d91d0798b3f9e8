import { Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { landscapeSvg, landscapes, pictures, records } from './content.ts'
import { FormParts, ListParts, MessageParts } from './components.tsx'
import { RecordParts } from './records.tsx'
import { paths } from '../../web/paths.ts'
import { frameWords } from '../../web/words.ts'
import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Doors, AccessBadge, VisibilityBadge, KindTag } from '../../catalog/records/pages/cards.tsx'
import { EmptyPicture } from '../../catalog/records/pages/mark.tsx'
import { Hero, PictureStrip } from '../../web/components/hero.tsx'
import { Icon, iconNames } from '../../web/components/icon.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { Tag } from '../../web/components/badges.tsx'
import { accesses, kinds, visibilities } from '../../catalog/records/model/record.ts'
import { useText } from '../../web/lang.tsx'

/** Every component with realistic content: looked at whenever one of them changes. Demo mode only. */
export const styleguidePages = new Hono<Env>()
  .use('/styleguide/*', async (c, next) => (c.var.services.demo ? next() : c.notFound()))
  .get('/styleguide/pictures/:name', (c) => {
    const name = landscapes.find((each) => each === c.req.param('name'))
    if (!name) return c.notFound()
    c.header('cache-control', 'public, max-age=3600')
    return c.body(landscapeSvg(name), 200, { 'content-type': 'image/svg+xml' })
  })
  .get(paths.styleguide, (c) => {
    const title = frameWords.styleguide
    const options = { title: title[c.var.ctx.lang], crumbs: [{ text: title }] }
    return page(
      c,
      options,
      <>
        <Foundations />
        <ListParts />
        <RecordParts />
        <FormParts />
        <MessageParts />
      </>,
    )
  })

const colours = [
  ['ground', 'surface', 'sunk', 'ink', 'ink-2', 'ink-3', 'rule', 'rule-2', 'edge'],
  ['accent', 'accent-2', 'accent-wash', 'mark', 'good', 'note', 'caution', 'danger'],
  ['instrument', 'dataset', 'accession', 'collection'],
] as const

const scale = [12, 14, 16, 20, 28, 40] as const

const words = {
  hero: { zh: '甘肃的科研资源，一处可寻', en: 'Gansu’s research resources, in one place' },
  lead: {
    zh: '仪器、科学数据、种质与生物样本库：查得到，看得清，用得上。',
    en: 'Instruments, datasets, germplasm and collections: to find, to judge and to use.',
  },
  newest: { zh: '最新图片', en: 'Newest pictures' },
  colours: { zh: '色彩', en: 'Colours' },
  type: { zh: '字号', en: 'Type' },
  sample: {
    zh: '祁连山下 Medicago sativa 1,234.5 m',
    en: 'Below the Qilian 祁连 Medicago sativa 1,234.5 m',
  },
  icons: { zh: '图标', en: 'Icons' },
  drawings: { zh: '没有图片时', en: 'Without a picture' },
  small: { zh: '按钮、标签与状态', en: 'Buttons, tags and states' },
  book: { zh: '申请', en: 'Request' },
  edit: { zh: '编辑', en: 'Edit' },
  more: { zh: '更多', en: 'More' },
  remove: { zh: '撤回', en: 'Withdraw' },
  forage: { zh: '饲草', en: 'Forage' },
} as const

/** What the rest is built of, under the head of the home page. */
function Foundations() {
  const t = useText()
  const strip = records.flatMap(({ id, title, image }) =>
    image ? [{ recordId: id, title, image }] : [],
  )
  const more = pictures.map((image) => ({ recordId: image.id, title: image.alt, image }))
  return (
    <>
      <Hero
        title={words.hero}
        lead={words.lead}
        examples={[
          { zh: '苜蓿', en: 'alfalfa' },
          { zh: '同位素', en: 'isotope' },
          { zh: 'ZXM000123', en: 'ZXM000123' },
        ]}
      />
      <PictureStrip label={t(words.newest)} items={[...strip, ...more]} />
      <Doors
        counts={kinds.map((kind, index) => ({
          kind,
          total: { value: [60, 30, 10000, 6][index] ?? 0, relation: index === 2 ? 'gte' : 'eq' },
        }))}
      />
      <Colours />
      <Type />
      <Icons />
      <Drawings />
      <Small />
    </>
  )
}

function Type() {
  const t = useText()
  return (
    <Section title={words.type}>
      {scale.map((size) => (
        <p class={`guide-text-${size}`}>
          <span class="small quiet numeric">{size}</span> {t(words.sample)}
        </p>
      ))}
    </Section>
  )
}

const Icons = () => (
  <Section title={words.icons}>
    <ul class="guide-icons">
      {iconNames.map((name) => (
        <li>
          <Icon name={name} />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  </Section>
)

const Colours = () => (
  <Section title={words.colours}>
    {colours.map((row) => (
      <ul class="guide-colours">
        {row.map((name) => (
          <li>
            <svg aria-hidden="true">
              <rect width="100%" height="100%" fill={`var(--${name})`} />
            </svg>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    ))}
  </Section>
)

const Drawings = () => (
  <Section title={words.drawings}>
    <ul class="guide-drawings">
      {kinds.map((kind) => (
        <li>
          <EmptyPicture kind={kind} />
        </li>
      ))}
    </ul>
  </Section>
)

function Small() {
  const t = useText()
  return (
    <Section title={words.small}>
      <div class="guide-stack">
        <Buttons />
        <p class="tags">
          {kinds.map((kind) => (
            <KindTag kind={kind} />
          ))}
          <Tag href="#small">{t(words.forage)}</Tag>
          <Tag>
            <i class="taxon" lang="la">
              Medicago sativa
            </i>
          </Tag>
        </p>
        <p class="tags">
          {accesses.map((access) => (
            <AccessBadge access={access} />
          ))}
          {visibilities.map((visibility) => (
            <VisibilityBadge visibility={visibility} />
          ))}
        </p>
      </div>
    </Section>
  )
}

function Buttons() {
  return (
    <div class="page-actions">
      <Button look="primary" type="button" text={words.book} />
      <ButtonLink icon="edit" href="#small" text={words.edit} />
      <Button look="quiet" type="button" text={words.more} />
      <Button look="danger" type="button" icon="trash" text={words.remove} />
      <Button type="button" dense disabled text={words.edit} />
    </div>
  )
}
