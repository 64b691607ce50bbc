import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { examine } from '../servers/doctor/examine.ts'
import type { Finding } from '../servers/doctor/finding.ts'
import { words } from './words.ts'

const marks = { ok: '✓', later: '·', missing: '✗' } as const

/** `relance doctor`: what was found where, and what is missing with its cure; exit code 1 when something is missing. */
export function registerDoctor(program: Command): void {
  const { locale } = readConfig()
  program
    .command('doctor')
    .description(words.doctor[locale])
    .option('--json', words.json[locale])
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(readConfig())
      const text = json
        ? JSON.stringify(
            { findings: findings.map((finding) => ({ ...finding, cure: finding.cure?.[locale] })) },
            null,
            2,
          )
        : findings.map((finding) => line(finding, finding.cure?.[locale] ?? '')).join('\n')
      process.stdout.write(`${text}\n`)
      if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1
    })
}

function line({ name, state, version, where }: Finding, cure: string): string {
  return [marks[state], name.padEnd(13), version, where, cure].filter(Boolean).join('  ')
}
