import type { DataFile } from './tables.ts'
import { readme, seriesOf, table } from './tables.ts'

type Files = (key: string) => readonly DataFile[]

/** Files of datasets of the demo: made up, small, and the same every time. The others have none here. */
const made: Readonly<Record<string, Files>> = {
  'nieer/water-isotopes': (key) => [
    readme('西北内陆河稳定同位素', 'Stable isotopes of inland rivers', {
      sample_id: '样品编号 sample',
      d18O_permil: 'δ18O（‰，VSMOW）',
      d2H_permil: 'δ2H (‰, VSMOW)',
    }),
    ...['heihe', 'shiyanghe', 'shulehe'].map((river) =>
      table(`${river}.csv`, {
        key,
        rows: 320,
        columns: {
          sample_id: ({ at }) => String(at + 1).padStart(4, '0'),
          date: ({ day }) => day(2011 + (0.9 * 13) / 2, 13),
          longitude: ({ random }) => random.between(97.5, 101.4).toFixed(4),
          latitude: ({ random }) => random.between(37.8, 40.6).toFixed(4),
          elevation_m: ({ random }) => random.whole(1240, 3980),
          d18O_permil: ({ random }) => (-8.4 + 1.9 * random.bell()).toFixed(2),
          d2H_permil: ({ random }) => (-52 + 13 * random.bell()).toFixed(1),
        },
      }),
    ),
  ],
  'nieer/permafrost-boreholes': (key) => [
    readme('祁连山多年冻土钻孔地温', 'Ground temperature in boreholes', {
      depth_m: '深度 depth (m)',
      temperature_c: '地温 temperature (°C)',
    }),
    ...['PT01', 'PT02', 'PT05', 'PT09', 'PT12'].flatMap((hole) =>
      [2021, 2022, 2023, 2024, 2025].map((year) =>
        table(`boreholes/${hole}/${hole}_${year}.csv`, {
          key,
          rows: 365,
          columns: {
            date: ({ at }) => seriesOf(year, at),
            temperature_1m_c: ({ at, random }) => seasonal(at, { mean: -0.8, swing: 6, random }),
            temperature_5m_c: ({ at, random }) => seasonal(at, { mean: -1.2, swing: 1.1, random }),
            temperature_10m_c: ({ at, random }) =>
              seasonal(at, { mean: -1.35, swing: 0.2, random }),
          },
        }),
      ),
    ),
  ],
  'nieer/hexi-lakes': (key) => [
    readme('河西尾闾湖面积与水位', 'Area and level of terminal lakes', {
      area_km2: '水面面积 area (km²)',
      level_m: '水位 level (m)',
    }),
    ...['qingtu', 'dongjuyan', 'hala'].map((lake) =>
      table(`lakes/${lake}.csv`, {
        key,
        rows: 312,
        columns: {
          month: ({ at }) =>
            `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
          area_km2: ({ at, random }) => (18 + at / 14 + 2.5 * random.bell()).toFixed(2),
          level_m: ({ at, random }) => (902 + at / 200 + 0.2 * random.bell()).toFixed(2),
        },
      }),
    ),
    outline('lakes/outlines.geojson'),
  ],
  'lzu/dust-events': (key) => [
    readme('西北地区沙尘天气事件库', 'Dust events of the northwest', {
      station: '站号 station',
      visibility_m: '最低能见度 visibility (m)',
    }),
    table('events.csv', {
      key,
      rows: 4200,
      columns: {
        event_id: ({ at }) => String(at + 1).padStart(6, '0'),
        station: ({ random }) => random.pick(['052418', '052533', '052681', '052889', '053614']),
        date: ({ day }) => day(1993, 64),
        type: ({ random }) => random.pick(['浮尘', '扬沙', '沙尘暴', '强沙尘暴']),
        visibility_m: ({ random }) => random.whole(40, 9800),
        max_wind_ms: ({ random }) => random.between(5, 31).toFixed(1),
      },
    }),
  ],
  'lzu/phenology': (key) => [
    readme('甘南草地物候', 'Phenology of the Gannan grassland', {
      green_up_doy: '返青日序 day of year',
    }),
    ...['maqu', 'luqu'].map((site) =>
      table(`${site}.csv`, {
        key,
        rows: 43,
        columns: {
          year: ({ at }) => 1983 + at,
          green_up_doy: ({ at, random }) => Math.round(128 - at * 0.22 + 5 * random.bell()),
          flowering_doy: ({ at, random }) => Math.round(181 - at * 0.12 + 6 * random.bell()),
          senescence_doy: ({ at, random }) => Math.round(272 + at * 0.1 + 5 * random.bell()),
        },
      }),
    ),
  ],
  'gea/gravity': (key) =>
    Array.from({ length: 8 }, (_, at) =>
      table(`campaigns/${2010 + at * 2}.csv`, {
        key,
        rows: 90,
        columns: {
          point: ({ at: row }) => `GS${String(row + 1).padStart(3, '0')}`,
          gravity_ugal: ({ random }) => (979_200_000 + 40_000 * random.bell()).toFixed(1),
          sigma_ugal: ({ random }) => random.between(4, 12).toFixed(1),
        },
      }),
    ),
  'gucm/herb-quality': (key) => [
    table('当归.csv', herbs(key)),
    table('黄芪.csv', herbs(`${key}/2`)),
    table('党参.csv', herbs(`${key}/3`)),
  ],
  'hxu/oasis-soils': (key) => [
    table('soils-2025.csv', {
      key,
      rows: 220,
      columns: {
        plot: ({ at }) => `L${String(at + 1).padStart(3, '0')}`,
        depth_cm: ({ at }) => [20, 40, 60][at % 3] ?? 20,
        ec_ds_m: ({ random }) => random.between(0.4, 11).toFixed(2),
        organic_matter_g_kg: ({ random }) => random.between(6, 28).toFixed(1),
      },
    }),
  ],
}

/** The files of a dataset by its key; none for most. */
export const dataFilesOf = (key: string): readonly DataFile[] => made[key]?.(key) ?? []

/** Datasets of the demo that have files. */
export const withFiles: readonly string[] = Object.keys(made)

type Season = { mean: number; swing: number; random: { bell(): number } }

const seasonal = (at: number, { mean, swing, random }: Season) =>
  (mean - swing * Math.cos((2 * Math.PI * (at - 20)) / 365) + 0.05 * swing * random.bell()).toFixed(
    2,
  )

const herbs = (key: string) => ({
  key,
  rows: 140,
  columns: {
    批次: ({ at }: { at: number }) => `D${String(at + 1).padStart(4, '0')}`,
    产地: ({ random }: { random: { pick<T>(items: readonly T[]): T } }) =>
      random.pick(['岷县', '陇西', '渭源', '宕昌']),
    含量_pct: ({ random }: { random: { between(low: number, high: number): number } }) =>
      random.between(0.05, 0.14).toFixed(3),
  },
})

/** Outlines of three lakes, far simpler than they are. */
function outline(name: string): DataFile {
  const lakes = { qingtu: [103.6, 39.1], dongjuyan: [101.2, 42.3], hala: [94.1, 38.6] } as const
  const features = Object.entries(lakes).map(([lake, [x, y]]) => ({
    type: 'Feature',
    properties: { lake },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.1, y],
          [x + 0.1, y + 0.06],
          [x, y + 0.06],
          [x, y],
        ],
      ],
    },
  }))
  return { name, text: `${JSON.stringify({ type: 'FeatureCollection', features })}\n` }
}
