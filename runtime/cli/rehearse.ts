import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '@relance/sdk/words'
import type { Command } from 'commander'
import { localeOf, readConfig } from '../config.ts'
import type { Rehearsal } from '../contract/scenarios.ts'
import { RelanceError } from '../errors.ts'
import { readRunning } from '../servers/home/running-record.ts'
import { apiWords, fill } from './api-words.ts'
import { words } from './words.ts'

interface RehearseOptions {
  readonly invoice?: string
  readonly published?: boolean
  readonly json?: boolean
}

/** How often the steps so far are asked for (ms). */
const rhythm = 500

/** `relance rehearse <scenario>`: the dated steps as they come; exit code 1 when the drawing has errors or the rehearsal fails. */
export function registerRehearse(program: Command): void {
  const locale = localeOf()
  program
    .command('rehearse')
    .argument('<scenario>', apiWords.scenario[locale])
    .description(apiWords.rehearse[locale])
    .option('--invoice <id>', apiWords.invoice[locale])
    .option('--published', apiWords.published[locale])
    .option('--json', words.json[locale])
    .action(async (scenario: string, options: RehearseOptions) => {
      const page = readRunning(readConfig().home)?.page
      if (!page) throw new RelanceError('wrong-use', { detail: apiWords.notRunning[locale] })
      await rehearse(scenario, { ...options, api: `${page}/api`, locale })
    })
}

async function rehearse(
  scenario: string,
  { api, locale, invoice, published, json }: RehearseOptions & { api: string; locale: Locale },
): Promise<void> {
  const say = (line: string) => json || process.stdout.write(`${line}\n`)
  const document = existsSync(scenario) ? readDocument(scenario, locale) : undefined
  const id = document === undefined ? scenario : idOf(document)
  const body = { source: published ? 'published' : 'draft', invoice, document }
  let rehearsal = await ask(`${api}/scenarios/${encodeURIComponent(id)}/rehearse`, { body, locale })
  say(fill(apiWords.begun[locale], { scenario: id }))
  let told = 0
  for (;;) {
    for (const step of rehearsal.steps.slice(told)) say(stepLine(step, locale))
    told = rehearsal.steps.length
    if (rehearsal.status !== 'running') break
    await sleep(rhythm)
    rehearsal = await ask(`${api}/rehearsals/${rehearsal.id}`, { locale })
  }
  if (json) process.stdout.write(`${JSON.stringify(rehearsal, null, 2)}\n`)
  if (rehearsal.status === 'failed') {
    process.exitCode = 1
    return void say(fill(apiWords.failed[locale], { reason: rehearsal.error ?? '' }))
  }
  say(fill(apiWords.done[locale], { steps: told }))
  if (rehearsal.mailUrl) say(fill(apiWords.mails[locale], { url: rehearsal.mailUrl }))
}

function readDocument(path: string, locale: Locale): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const detail = fill(apiWords.unreadable[locale], { path, reason: (error as Error).message })
    throw new RelanceError('wrong-use', { detail })
  }
}

function idOf(document: unknown): string {
  const id = (document as { id?: unknown } | null)?.id
  return typeof id === 'string' && id !== '' ? id : 'draft'
}

/** One answer of the running API; a problem becomes an error that names its places. */
async function ask(url: string, { body, locale }: { body?: unknown; locale: Locale }): Promise<Rehearsal> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': locale },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as Rehearsal & { title: string; errors?: { path: string; message: string }[] }
  if (response.ok) return answer
  throw new RelanceError('invalid-input', { errors: answer.errors ?? [{ path: url, message: answer.title }] })
}

function stepLine({ at, label, outcome, subject }: Rehearsal['steps'][number], locale: Locale): string {
  const day = new Date(at).toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  })
  return [day, label, outcome && `→ ${outcome}`, subject && `« ${subject} »`].filter(Boolean).join('  ')
}
