import type { RelationStory } from './story.ts'

/** What has to do with what; types are codes of vocabulary `relation_type`. */
export const relations: readonly RelationStory[] = []
