import sharp from 'sharp'
import { readdirSync } from 'node:fs'
const [tag, per, w, h] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4]), Number(process.argv[5])]
const cols = Number(process.argv[6]), from = Number(process.argv[7] ?? 0), to = Number(process.argv[8] ?? 999)
const files = readdirSync('/tmp/shots').filter((f) => f.startsWith(tag + '-')).sort().filter((f) => { const n = Number(f.slice(2, 5)); return n >= from && n <= to })
for (let i = 0; i < files.length; i += per) {
  const part = files.slice(i, i + per)
  const rows = Math.ceil(part.length / cols)
  const comps = []
  for (const [k, f] of part.entries()) {
    const img = await sharp('/tmp/shots/' + f).resize({ width: w - 8 }).toBuffer({ resolveWithObject: true })
    const cut = img.info.height > h - 26 ? await sharp(img.data).extract({ left: 0, top: 0, width: w - 8, height: h - 26 }).toBuffer() : img.data
    const x = (k % cols) * w, y = Math.floor(k / cols) * h
    comps.push({ input: cut, left: x + 4, top: y + 22 })
    comps.push({ input: Buffer.from(`<svg width="${w}" height="20"><text x="4" y="15" font-size="14" fill="#c00" font-family="sans-serif">${f.slice(2, -4)}</text></svg>`), left: x, top: y })
  }
  const out = `/tmp/shots/sheet-${tag}-${String(from + i).padStart(3, '0')}.png`
  await sharp({ create: { width: cols * w, height: rows * h, channels: 3, background: '#888' } }).composite(comps).png().toFile(out)
  console.log(out, part[0], part.at(-1))
}
