import { parseArgs } from 'node:util'
import { benchCanvas } from '../../designer/e2e/bench-canvas.ts'
import { benchEmail } from './bench-email.ts'
import { benchEnrol } from './bench-enrol.ts'
import { benchImpact } from './bench-impact.ts'
import { benchLists } from './bench-lists.ts'
import { benchMemory } from './bench-memory.ts'
import { benchSimulate } from './bench-simulate.ts'
import { benchWake } from './bench-wake.ts'
import { benchInterpreter } from './interpreter/bench-interpreter.ts'
import { type Row, report } from './report.ts'

const benches: Record<string, (options: { invoices?: number }) => Promise<Row[]>> = {
  interpreter: () => benchInterpreter(),
  enrol: benchEnrol,
  email: benchEmail,
  wake: benchWake,
  lists: benchLists,
  impact: benchImpact,
  memory: benchMemory,
  simulate: benchSimulate,
  canvas: () => benchCanvas(),
}

const usage = `usage: npm run bench -- [${Object.keys(benches).join('|')} …] [--invoices N]`

const { values, positionals } = parseArgs({
  options: { invoices: { type: 'string' } },
  allowPositionals: true,
})
const invoices = values.invoices === undefined ? undefined : Number(values.invoices)
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = names.find((name) => !(name in benches))
if (unknown !== undefined || (invoices !== undefined && !(Number.isInteger(invoices) && invoices > 0))) {
  console.error(usage)
  process.exit(2)
}

const rows: Row[] = []
for (const name of names) rows.push(...(await benches[name]!({ ...(invoices && { invoices }) })))
process.stdout.write(`${report(rows)}\n`)
process.exit(rows.every((row) => row.kept) ? 0 : 1)
