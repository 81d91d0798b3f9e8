import type { Field } from '../../core/fields.ts'

/** Descriptors whose labels are the headers of the files that carry them, in Chinese or English. */
export const named = (fields: readonly Field[]): Field[] =>
  fields.map((field) => ({
    ...field,
    standardNames: [field.label.zh, field.label.en, ...(field.standardNames ?? [])],
  }))
