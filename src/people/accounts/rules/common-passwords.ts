import { commonEndings, commonWords } from '../model/common-passwords.ts'

const shortest = 10

/**
 * The passwords that guessing starts with: common words, alone or two together, with the endings that people add.
 * Published lists of the most common passwords of ten characters and more are nearly all of this make.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  commonWords
    .flatMap((word) => [
      word,
      word + word,
      ...commonEndings.flatMap((end) => [word + end, end + word]),
    ])
    .filter((password) => password.length >= shortest),
)

/** Whether a password is of the common list, in any case and with `p@55w0rd` letters, or is a mere pattern. */
export function isCommon(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  return [lower, skeletonOf(password)].some(
    (form) =>
      commonPasswords.has(form) ||
      commonPasswords.has(form.replace(/[^a-z0-9]+/g, '')) ||
      isOfTwoCommonWords(form) ||
      isRepeated(form) ||
      isRun(form) ||
      isPhoneOrDate(form),
  )
}

const lookalikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
}

/** The letters that a disguised word was made from; digits at the end stay what they are. */
export function skeletonOf(password: string): string {
  const [, word = '', ending = ''] = /^(.*?)([\d\W_]*)$/s.exec(password.toLowerCase()) ?? []
  return Array.from(word, (letter) => lookalikes[letter] ?? letter).join('') + ending
}

const knownWords = new Set(commonWords)

function isOfTwoCommonWords(form: string): boolean {
  const letters = form.replace(/[\d\W_]+$/, '')
  if (knownWords.has(letters)) return form.length - letters.length <= 4
  for (let cut = 3; cut <= letters.length - 3; cut += 1)
    if (knownWords.has(letters.slice(0, cut)) && knownWords.has(letters.slice(cut))) return true
  return false
}

/** `abcabcabcabc`, `1212121212`, `aaaaaaaaaa`: one short piece again and again. */
const isRepeated = (form: string) => /^(.{1,4}?)\1+$/s.test(form) || /^(.{5,})\1$/s.test(form)

const runs = [
  '01234567890123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
  '112233445566778899001122334455',
  'aabbccddeeffgghhiijjkkllmm',
]
const backwards = runs.map((run) => Array.from(run).toReversed().join(''))

/** `1234567890`, `qwertyuiop`, `1qaz2wsx3edc`: a walk along the keyboard or the alphabet, either way. */
const isRun = (form: string) =>
  form.length >= shortest && [...runs, ...backwards].some((run) => run.includes(form))

/** A Chinese mobile number, or one or two dates. */
const isPhoneOrDate = (form: string) =>
  /^(\+?86)?1[3-9]\d{9}$/.test(form) ||
  /^((19|20)\d{2}[-./]?[01]\d[-./]?[0-3]\d){1,2}\d{0,2}$/.test(form)
