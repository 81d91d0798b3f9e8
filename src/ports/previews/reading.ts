import type { PreviewRead } from '../../core/ports.ts'

/** What was read of a file. */
export type Reading = PreviewRead
export type QuickLook = NonNullable<PreviewRead['picture']>
