/** The demo's people, made up: their sign-in address and the bearer token that stands for each of them. */
export const demoSignIns = {
  'demo-admin': 'admin@hexi.example',
  'demo-curator': 'curator@hexi.example',
  'demo-steward': 'steward@hexi.example',
  'demo-pi': 'pi@hexi.example',
  'demo-researcher': 'researcher@hexi.example',
  'demo-outsider': 'outsider@hexi.example',
} as const

/** Every demo person signs in with it; the demo refuses to listen beyond this machine unless told to. */
export const demoPassword = 'hexi-demo-2026'

/** The address that a demo token stands for, if it is one. Asked in demo mode only. */
export const demoEmailOf = (bearer: string): string | undefined =>
  Object.entries(demoSignIns).find(([token]) => token === bearer)?.[1]
