const shapes = {
  latitude: /^(?<degrees>\d{2})(?<minutes>[\d-]{2})(?<seconds>[\d-]{2})(?<half>[NS])$/,
  longitude: /^(?<degrees>\d{3})(?<minutes>[\d-]{2})(?<seconds>[\d-]{2})(?<half>[EW])$/,
}

const limits = { latitude: 90, longitude: 180 }

/**
 * Degrees of an MCPD coordinate, `DDMMSSN` or `DDDMMSSE`. Missing digits are `-` (`3836--N`) and count as zero;
 * null when it is written otherwise or is nowhere on the globe.
 */
export function degreesOf(raw: string, axis: keyof typeof limits): number | null {
  const groups = shapes[axis].exec(raw.trim().toUpperCase())?.groups
  if (!groups) return null
  const minutes = sixtieths(groups['minutes'])
  const seconds = sixtieths(groups['seconds'])
  if (minutes === null || seconds === null) return null
  const size = Number(groups['degrees']) + minutes / 60 + seconds / 3600
  if (size > limits[axis]) return null
  return groups['half'] === 'S' || groups['half'] === 'W' ? -size : size
}

/** 0–59; what is not known counts as zero; null for what no clock has. */
function sixtieths(digits = '--'): number | null {
  if (digits.includes('-')) return 0
  const value = Number(digits)
  return value < 60 ? value : null
}
