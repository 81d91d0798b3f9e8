/** Words that most common passwords are made of, in English and in pinyin; lower case. */
export const commonWords: readonly string[] = `
password passwort passw0rd passwd pass word admin administrator root user guest test tester testing demo login
welcome letmein changeme default secret private access master system server manager office company computer
internet network security windows google apple samsung huawei xiaomi alibaba taobao tencent weixin wechat
qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qweasd qweasdzxc abc abcd abcdef abcdefg
iloveyou loveyou love lovely lover forever mylove baby babygirl princess prince angel sunshine sunflower flower
butterfly rainbow summer winter spring autumn monday friday january february march april june july august
september october november december monkey dragon tiger eagle lion panther wolf shadow ranger hunter killer
phoenix falcon panda bear horse kitty puppy chicken cookie banana orange cherry peaches pepper ginger chocolate
coffee football baseball basketball soccer hockey tennis golf liverpool chelsea arsenal barcelona madrid united
superman batman spiderman ironman starwars pokemon naruto matrix ninja pirate warrior knight wizard magic
freedom whatever nothing something trustno trustnoone hello helloworld goodluck lucky happy smile peace
michael jennifer jessica jordan michelle charlie thomas robert daniel andrew joshua matthew anthony william
elizabeth samantha ashley nicole hannah amanda alexander benjamin christopher jonathan nicholas victoria
mustang ferrari porsche mercedes corvette harley yamaha honda toyota diamond silver golden purple yellow
blue black green white red money dollar million business research science scientist laboratory institute
university college student teacher professor doctor hospital biology physics chemistry genome database data
china chinese beijing shanghai guangzhou shenzhen lanzhou gansu qilian dunhuang zhangye jiuquan tianshui
zhongguo woaini woaiwojia woaiwoziji woaizhongguo aini nihao xiexie mima wodemima wode woshi woshishui woshini
laopo laogong baobao baobei mama baba jiating pengyou tianshi gongzhu wangzi meinv shuaige xiaoxiao xiaoming
zhang wang zhao chen yang huang zhou zhangwei wangwei liwei zhangmin lijing wangfang wanglei zhangjie lixiang
haha hahaha hehe hello123 asd asdasd qwe qweqwe zxc zxczxc wasd aaa abcabc xyz xxx
`
  .trim()
  .split(/\s+/)

/** What people put after or before a word when they are asked for a longer one. */
export const commonEndings: readonly string[] = [
  ...`1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 01 007 11 111 1111 22 222 321 4321 54321
654321 66 666 6666 69 77 777 88 888 8888 99 999 100 101 110 112233 123123 123321 121212 131313 520 521 1314 5201314
1314520 147258369 159357 789456123 987654321 abc abcd qwerty ! !! @ # . 1! 12! 123! 1234! @123 #123 _123 a a1 a123
aa aaa q qwe`
    .trim()
    .split(/\s+/),
  ...Array.from({ length: 80 }, (_, index) => String(1960 + index)),
]

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
