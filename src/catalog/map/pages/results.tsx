import type { Context as HonoContext } from 'hono'
import { ringOf, ringText } from '../../../core/place.ts'
import type { Issue } from '../../../core/problem.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { errorAt } from '../../../web/components/messages.tsx'
import type { Env } from '../../../web/env.ts'
import { formatCount, type Total } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { SearchFilters } from '../../search/rules/facets.ts'
import { addressOf, type Asked } from '../../search/rules/results.ts'
import type { MapSettings } from '../model.ts'
import { boxOfView, type View, widerThan } from '../rules/view.ts'
import { libraryWordsIn, liveWordsIn, mapWords as words } from '../words.ts'
import { BaseMapNote } from './base-map.tsx'
import { FoundDrawing, type FoundMap, withBox, withoutArea } from './found.tsx'

type Props = {
  c: HonoContext<Env>
  /** The address as it is understood, and as it was given. */
  asked: Asked
  given: Asked
  wrong: readonly Issue[]
  query: SearchFilters
  found: FoundMap
  /** Of all hits, with a place or without. */
  total: Total
}

/** Hits on a map: links that lead nearer, drawn by the server; an island makes it one to move about in. */
export function ResultsMap({ c, asked, given, wrong, query, found, total }: Props) {
  const t = useText()
  const settings = settingsOf(c, { asked, query, found })
  return (
    <section class="map" aria-label={t(words.onMap)}>
      <hexi-map data-settings={JSON.stringify(settings)}>
        <div class="map-frame">
          <div class="map-still">
            <FoundDrawing found={found} asked={asked} />
          </div>
          <div class="map-live"></div>
          <svg class="map-sketch" aria-hidden="true">
            <polygon />
          </svg>
        </div>
        <MapTools asked={asked} view={found.view} isNarrowed={found.outlines.length > 0} />
        <p class="map-said small" role="status"></p>
      </hexi-map>
      <p class="small quiet">
        <Placed found={found} total={total} /> {t(words.coarse)}{' '}
        <BaseMapNote baseMap={c.var.services.baseMap} />
      </p>
      <AreaForm asked={asked} given={given} wrong={wrong} />
    </section>
  )
}

type Facts = Pick<Props, 'asked' | 'query' | 'found'>

function settingsOf({ var: { ctx, services } }: HonoContext<Env>, facts: Facts): MapSettings {
  const { asked, query, found } = facts
  return {
    query: liveQuery(asked, query),
    view: found.view,
    outlines: found.outlines,
    address: addressOf(withoutArea(asked)),
    record: paths.record(''),
    worker: services.assets.map.worker,
    tiles: services.baseMap?.tiles ?? [],
    lang: ctx.lang,
    words: liveWordsIn(ctx.lang),
    locale: libraryWordsIn(ctx.lang),
  }
}

/** A box of the search becomes a polygon: what the browser asks has the box of its own view. */
function liveQuery(asked: Asked, { bbox, polygon }: SearchFilters): string {
  const shape = polygon ?? (bbox && ringOf(bbox))
  const others = asked.filter(([name]) => !['bbox', 'polygon', 'sort', 'view'].includes(name))
  return new URLSearchParams([
    ...others.map(([name, value]) => [name, value]),
    ...(shape ? [['polygon', ringText(shape)]] : []),
  ]).toString()
}

type ToolsProps = { asked: Asked; view: View; isNarrowed: boolean }

/** What one may do with the map: by script the first three, by links the others. */
function MapTools({ asked, view, isNarrowed }: ToolsProps) {
  const t = useText()
  const wider = boxOfView(widerThan(view))
  const button = { type: 'button', class: 'button button-plain button-dense' } as const
  return (
    <div class="toolbar map-tools">
      <hexi-map-drawing hidden>
        <button {...button} data-draws="box" aria-pressed="false">
          {t(words.drawBox)}
        </button>
        <button {...button} data-draws="polygon" aria-pressed="false">
          {t(words.drawPolygon)}
        </button>
        <button {...button} data-here>
          {t(words.here)}
        </button>
      </hexi-map-drawing>
      {isNarrowed && (
        <>
          {wider && <ButtonLink dense href={addressOf(withBox(asked, wider))} text={words.wider} />}
          <ButtonLink
            dense
            look="quiet"
            href={addressOf(withoutArea(asked))}
            text={words.everywhere}
          />
        </>
      )}
    </div>
  )
}

/** How many of the hits are on the map, and how many have no place. */
function Placed({ found, total }: Pick<Props, 'found' | 'total'>) {
  const t = useText()
  const lang = useLang()
  const exactly = (value: number) => formatCount({ value, relation: 'eq' }, lang)
  const { value, relation } = found.total
  if (value === 0) return <>{total.value > 0 && t(words.noPlace)}</>
  if (relation === 'gte') return <>{t(words.placedNewest(exactly(value)))}</>
  const missing = total.relation === 'eq' ? total.value - value : 0
  return (
    <>
      {t(words.placed(exactly(value)))}
      {missing > 0 && ` ${t(words.unplaced(exactly(missing)))}`}
    </>
  )
}

/** The area in figures: for the keyboard, and where no scripts run. */
function AreaForm({ asked, given, wrong }: Pick<Props, 'asked' | 'given' | 'wrong'>) {
  return (
    <form class="map-area" action={paths.search}>
      {withoutArea(asked).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FormField
        name="bbox"
        label={words.box}
        hint={words.boxHint}
        value={given.find(([name]) => name === 'bbox')?.[1] ?? ''}
        maxLength={100}
        error={errorAt(wrong, 'bbox') ?? errorAt(wrong, 'polygon')}
      />
      <Button look="plain" text={words.narrow} />
    </form>
  )
}
