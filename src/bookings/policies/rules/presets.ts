import type { Text } from '../../../core/text.ts'
import type { Policy } from '../model.ts'
import { presetNames } from '../words/policy.ts'

export type PresetName = keyof typeof presetNames

const workdays = [1, 2, 3, 4, 5]

/** Rules as real facilities have them (DOMAIN.md §3.2), to begin with and to change. */
export const presets: Record<PresetName, Policy> = {
  open: { granularityMinutes: 30, minMinutes: 30, maxMinutes: 480, horizonDays: 30 },
  microscope: {
    granularityMinutes: 15,
    minMinutes: 30,
    maxMinutes: 240,
    horizonDays: 30,
    cancelDeadlineMinutes: 1440,
    qualifications: ['training'],
    noShowMinutes: 30,
    peak: { windows: [{ days: workdays, from: '08:00', to: '20:00' }] },
    quotas: [{ of: 'person', measure: 'count', max: 2, per: 'week', peakOnly: true }],
    billBy: 'max',
    billRoundMinutes: 15,
  },
  sorter: {
    hours: [{ days: workdays, from: '09:00', to: '18:00' }],
    granularityMinutes: 30,
    minMinutes: 60,
    maxMinutes: 240,
    leadMinutes: 1440,
    horizonDays: 60,
    bufferBeforeMinutes: 30,
    bufferAfterMinutes: 30,
    cancelDeadlineMinutes: 4320,
    qualifications: ['safety'],
    approval: { always: true },
    noShowMinutes: 30,
    billBy: 'reserved',
  },
  spectrometer: {
    granularityMinutes: 60,
    minMinutes: 60,
    maxMinutes: 2880,
    leadMinutes: 1440,
    horizonDays: 90,
    cancelDeadlineMinutes: 2160,
    needsProject: true,
    approval: { audiences: ['member', 'external'], longerThanMinutes: 1440 },
    noShowMinutes: 60,
    billBy: 'union',
    billRoundMinutes: 15,
  },
}

export const presetLabels: readonly { name: PresetName; label: Text }[] = [
  { name: 'open', label: presetNames.open },
  { name: 'microscope', label: presetNames.microscope },
  { name: 'sorter', label: presetNames.sorter },
  { name: 'spectrometer', label: presetNames.spectrometer },
]

export const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name)
