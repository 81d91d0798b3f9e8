import { describe, expect, test } from 'vitest'
import { spansOf } from '../../src/catalog/search/rules/results.ts'
import { questionOf } from '../../src/catalog/search/rules/question.ts'

const marked = (text: string, q: string) => {
  const question = questionOf(q)
  return question ? spansOf(text, question.marks).map(([from, to]) => text.slice(from, to)) : []
}

describe('What was searched for is marked', () => {
  test.each([
    ['陇东紫花苜蓿', '苜蓿', ['苜蓿']],
    ['苜蓿和苜蓿草', '苜蓿', ['苜蓿', '苜蓿']],
    ['LC-MS 质谱仪', 'lcms', ['LC-MS']],
    ['NR 010004', 'nr010004', ['NR 010004']],
    ['NR010004', 'NR 010004', ['NR010004']],
    ['库号：00/0214。', '000214', ['00/0214']],
    ['Ségrégation des Gènes', 'segregation', ['Ségrégation']],
    ['ＺＸＭ０００１', 'zxm0001', ['ＺＸＭ０００１']],
    ['“甘啤4号”，Barley', 'barl', ['Barley']],
    ['m² of soil', 'm2', ['m²']],
    ['Medicago sativa', 'medicago falcata', ['Medicago']],
  ])('in %j by %j', (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected)
  })

  test.each([
    ['陇东紫花苜蓿', '小麦'],
    ['苜、蓿', '苜蓿'],
    ['Landrace of the plateau', 'lateau'],
    ['', '苜蓿'],
  ])('and nothing in %j by %j', (text, q) => {
    expect(marked(text, q)).toEqual([])
  })
})
