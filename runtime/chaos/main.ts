import { parseArgs } from 'node:util'
import { runChaos } from './run-chaos.ts'

const usage = 'usage: npm run chaos -- [--files N] [--kills N] [--seed N]'

const { values } = parseArgs({
  options: { files: { type: 'string' }, kills: { type: 'string' }, seed: { type: 'string' } },
})
const files = Number(values.files ?? 100)
const kills = Number(values.kills ?? 10)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
if (![files, kills, seed].every((value) => Number.isInteger(value) && value >= 0) || files === 0) {
  console.error(usage)
  process.exit(2)
}

const startedAt = Date.now()
const say = (line: string) => process.stderr.write(`${Math.round((Date.now() - startedAt) / 1_000)} s  ${line}\n`)
const { lines, breaches } = await runChaos({ files, kills, seed }, { say })
process.stdout.write(`${lines.join('\n')}\n`)
process.exit(breaches.length === 0 ? 0 : 1)
