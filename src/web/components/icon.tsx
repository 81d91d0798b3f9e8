import { drawnOnce } from './kept.tsx'

/** Strokes on a 20 px field, 1.5 px wide; drawn for Hexi. */
const strokes = {
  instrument: 'M4 17h12M6.5 14h5M8.2 3.7l2.6-1 2.7 7-2.6 1zM13 6.2A5.4 5.4 0 0 1 12.6 17',
  dataset: 'm10 3 7 3.5-7 3.5-7-3.5zM3 10l7 3.5 7-3.5M3 13.5 10 17l7-3.5',
  accession:
    'M10 17.5V8.5M10 12c0-3.6-2.6-5.5-6.5-5.5C3.5 10.1 6 12 10 12zM10 8.5c0-3.3 2.6-5.5 6.5-5.5 0 3.3-2.5 5.5-6.5 5.5z',
  collection: 'M7.2 2.8v11.4a2.8 2.8 0 0 0 5.6 0V2.8M5.5 2.8h9M7.2 9.5h5.6M10 13v.01',
  search: 'M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6zM13 13l4 4',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1',
  moon: 'M16.8 11.6A7 7 0 1 1 8.4 3.2a5.6 5.6 0 0 0 8.4 8.4z',
  contrast: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14M10 6h3.5M10 10h5M10 14h3.5',
  language:
    'M3 5h8M7 3v2M9.6 5c-.6 3.6-2.9 6.1-6.1 7.4M4.8 8c.9 2 2.7 3.5 4.7 4.3M10.5 17l3.250-7.5L17 17M11.8 14.2h3.9',
  user: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM3.8 16.8c.6-2.7 3-4.1 6.2-4.1s5.6 1.4 6.2 4.1',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16c.5-2.5 2.4-3.7 5-3.7s4.5 1.2 5 3.7M13 4.2a2.7 2.7 0 0 1 0 5.1M14.6 12.6c1.6.4 2.6 1.6 2.9 3.4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  check: 'm4 10.5 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  warning: 'M10 3.5 2.5 16.5h15zM10 8.3v3.7M10 14.2v.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.3v4M10 6.7v.01',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6.5V10l2.5 1.8',
  download: 'M10 3v9.5M6.2 8.8 10 12.5l3.8-3.7M4 16.5h12',
  upload: 'M10 12.5V3M6.2 6.7 10 3l3.8 3.7M4 16.5h12',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 1 0-4.3-4.3L10.2 5.5M11.5 8.5a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 1 0 4.3 4.3l1.1-1.1',
  external: 'M11.5 4h4.5v4.5M16 4l-7 7M13.5 11.5V16H4V6.5h4.5',
  edit: 'm12.5 4.5 3 3M3.5 16.5l.8-3.8 9.2-9.2 3 3-9.2 9.2z',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11h8.4l.8-11M8.3 8.5v5M11.7 8.5v5',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 1.7',
  filter: 'M3 5.5h14M5.8 10h8.4M8.5 14.5h3',
  'chevron-left': 'M12.5 4.5 7 10l5.5 5.5',
  'chevron-right': 'M7.5 4.5 13 10l-5.5 5.5',
  'chevron-down': 'M4.5 7.5 10 13l5.5-5.5',
  'chevron-up': 'M4.5 12.5 10 7l5.5 5.5',
  sort: 'M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3',
  image: 'M3 4h14v12H3zM3 13.5l4-4 4 4 2.5-2.5 3.5 3.5M13 7.3v.01',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  more: 'M5 10v.01M10 10v.01M15 10v.01',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.3v1.7',
  key: 'M7 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM9.5 9.5 16 3M13 6l2.5 2.5',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7s1-5 3.2-7z',
  pin: 'M10 17.5c3.7-3.9 5.5-6.5 5.5-9a5.5 5.5 0 1 0-11 0c0 2.5 1.8 5.1 5.5 9zM10 10.3a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z',
  building:
    'M4 17V6l6-3 6 3v11M2.5 17h15M8 17v-3.5h4V17M7.5 8.5v.01M12.5 8.5v.01M7.5 11v.01M12.5 11v.01',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  cards: 'M3.5 3.5h5.5V9H3.5zM11 3.5h5.5V9H11zM3.5 11h5.5v5.5H3.5zM11 11h5.5v5.5H11z',
  list: 'M7 5h10M7 10h10M7 15h10M3.5 5v.01M3.5 10v.01M3.5 15v.01',
  quote:
    'M4 13.5V9.5c0-2.5 1-4 3.5-4.5M4 9.5h3.5v4H4zM12 13.5V9.5c0-2.5 1-4 3.5-4.5M12 9.5h3.5v4H12z',
  eye: 'M2.5 10C4.2 6.7 6.8 5 10 5s5.8 1.7 7.5 5c-1.7 3.3-4.3 5-7.5 5s-5.8-1.7-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  bell: 'M4.5 14.5h11l-1.5-2.5V8.5a4 4 0 0 0-8 0V12zM8.3 16.8h3.4',
  mail: 'M3 4.5h14v11H3zM3 5.5l7 5.5 7-5.5',
  gear: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  'sign-out': 'M12 13.5V16.5H4v-13h8v3M8.5 10H17M14 6.8 17 10l-3 3.2',
  file: 'M5 2.8h6.5L15.5 7v10.2H5zM11.2 2.8V7.3h4.3',
  folder: 'M2.8 5h5l1.7 2h7.7v9H2.8z',
  previous: 'M16 10H4M9 5l-5 5 5 5',
  next: 'M4 10h12M11 5l5 5-5 5',
} as const

export type IconName = keyof typeof strokes
export const iconNames = Object.keys(strokes).filter(isIconName)

function isIconName(name: string): name is IconName {
  return name in strokes
}

type IconProps = { name: IconName; label?: string; small?: boolean }

/**
 * A picture beside words, which say the same: hidden from screen readers unless it has a `label`, which is a word of a
 * page, never what somebody wrote.
 */
export const Icon = ({ name, label = '', small = false }: IconProps) =>
  drawnOnce(strokes, `${name} ${small} ${label}`, () => (
    <Drawing name={name} label={label} small={small} />
  ))

function Drawing({ name, label, small }: Required<IconProps>) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }
  return (
    <svg
      class={small ? 'icon icon-small' : 'icon'}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...named}
    >
      <path d={strokes[name]} />
    </svg>
  )
}
