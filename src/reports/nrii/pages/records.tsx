import type { LocalText, Text } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Tabs } from '../../../web/components/tabs.tsx'
import { Toolbar } from '../../../web/components/toolbar.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { NriiItem, NriiList } from '../actions/nrii.ts'
import { type NriiField, nriiStates, type NriiState } from '../model.ts'
import { fieldPath } from '../rules/file.ts'
import { nriiStateNames, nriiWords as words } from '../words.ts'
import {
  nriiDecisionsPath,
  nriiFileHref,
  nriiHref,
  nriiRecordPath,
  type NriiView,
} from './links.ts'
import { NriiPager } from './pager.tsx'

export const nriiPageSize = 50

export const nriiTones: Record<NriiState, Tone> = {
  incomplete: 'caution',
  to_review: 'note',
  reviewed: 'note',
  reported: 'good',
  changed: 'caution',
  failed: 'danger',
}

type Props = { list: NriiList; view: NriiView; name: Text }

/** Records by state, what each lacks, and what may be done with all of them at once. */
export function NriiRecords({ list, view, name }: Props) {
  const { items, fields } = list
  const shown = view.state ? items.filter(({ state }) => state === view.state) : items
  const number = view.page ?? 1
  return (
    <>
      <States items={items} view={view} />
      <Toolbar end={<Files view={view} />}>
        <Together items={items} view={view} />
      </Toolbar>
      {shown.length === 0 ? (
        <Empty title={words.none} text={words.noneHint} icon="instrument" />
      ) : (
        <Table
          caption={name}
          captionUnseen
          keys
          dense
          columns={columnsFor(fields, view)}
          rows={shown.slice((number - 1) * nriiPageSize, number * nriiPageSize)}
        />
      )}
      <NriiPager view={view} count={shown.length} size={nriiPageSize} />
    </>
  )
}

function States({ items, view }: Pick<Props, 'view'> & { items: readonly NriiItem[] }) {
  const t = useText()
  const { page: _, ...rest } = view
  const tab = (state: NriiState | undefined, text: Text) => ({
    text,
    href: nriiHref({ ...rest, state }),
    current: view.state === state,
    count: items.filter((item) => state === undefined || item.state === state).length,
  })
  return (
    <Tabs
      label={t(words.states)}
      tabs={[
        tab(undefined, words.all),
        ...nriiStates.map((state) => tab(state, nriiStateNames[state])),
      ]}
    />
  )
}

function Files({ view }: { view: NriiView }) {
  const t = useText()
  return (
    <>
      <ButtonLink href={nriiFileHref(view, 'json')} icon="download" dense label={t(words.json)}>
        JSON
      </ButtonLink>
      <ButtonLink
        href={nriiFileHref(view, 'xlsx')}
        icon="download"
        dense
        download
        label={t(words.xlsx)}
      >
        Excel
      </ButtonLink>
    </>
  )
}

/** All complete ones passed, all passed ones reported: each with one button, which says how many. */
function Together({ items, view }: Pick<Props, 'view'> & { items: readonly NriiItem[] }) {
  const countOf = (wanted: NriiState) => items.filter(({ state }) => state === wanted).length
  const toReview = countOf('to_review')
  const reviewed = countOf('reviewed')
  return (
    <>
      {toReview > 0 && (
        <Act view={view} wanted="to_review" decision="review" text={words.reviewAll(toReview)} />
      )}
      {reviewed > 0 && (
        <Act view={view} wanted="reviewed" decision="report" text={words.reportAll(reviewed)} />
      )}
      {toReview + reviewed === 0 && (
        <p class="quiet small">
          <Local text={words.xlsxAbout} />
        </p>
      )}
    </>
  )
}

type ActProps = { view: NriiView; wanted: NriiState; decision: string; text: LocalText }

function Act({ view, wanted, decision, text }: ActProps) {
  const t = useText()
  const { state: _state, page: _page, ...asked } = view
  return (
    <form class="act" method="post" action={nriiDecisionsPath}>
      {Object.entries({ ...asked, wanted, decision, back: nriiHref(asked) }).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <Button look="primary" dense>
        {t(text)}
      </Button>
    </form>
  )
}

function columnsFor(fields: readonly NriiField[], { part }: NriiView): Column<NriiItem>[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return [
    {
      key: 'record',
      label: words.record,
      head: true,
      cell: (item) => (
        <a class="use-name" href={nriiRecordPath(part, item.id)}>
          <Local text={{ zh: item.titleZh, en: item.titleEn }} />
          {part === 'service-records' && ` · ${item.values['endTime'] ?? ''}`}
        </a>
      ),
    },
    {
      key: 'state',
      label: words.state,
      nowrap: true,
      cell: ({ state, reason }) => (
        <>
          <StateBadge tone={nriiTones[state]} text={nriiStateNames[state]} />
          {reason && <p class="nrii-reason">{reason}</p>}
        </>
      ),
    },
    {
      key: 'problems',
      label: words.problems,
      cell: (item) => <Problems item={item} part={part} byName={byName} />,
    },
  ]
}

type ProblemsProps = {
  item: NriiItem
  part: NriiView['part']
  byName: ReadonlyMap<string, NriiField>
}

/** Each field that is to be put right, leading to where that is done. */
function Problems({ item, part, byName }: ProblemsProps) {
  if (item.problems.length === 0) return <Local text={words.complete} />
  return (
    <ul class="nrii-problems">
      {item.problems.map(({ field, code, detail }) => {
        const own = byName.get(field)
        return (
          <li>
            <a href={fieldPath(part, item, own ?? { name: field, source: null })}>
              <Local text={{ zh: own?.labelZh ?? field, en: own?.labelEn ?? field }} />
            </a>
            {code !== 'missing' && (
              <span class="quiet">
                {' '}
                <Local text={detail} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
