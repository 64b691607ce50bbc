import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkout, readConfig } from './config.ts'
import type { RelanceError } from './errors.ts'

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as RelanceError<'invalid-config'>).data.faults.map(({ variable }) => variable)
  }
}

test('without any setting, everything has a sensible place on this machine', () => {
  expect(readConfig({})).toMatchObject({
    home: join(checkout, '.relance'),
    port: 3000,
    host: '127.0.0.1',
    logLevel: 'info',
    temporalNamespace: 'default',
    temporalAddress: undefined,
    locale: 'en',
  })
  expect(readConfig({}).cache.startsWith(homedir())).toBe(true)
})

test('every faulty setting is named at once, so that one correction is enough', () => {
  const faulty = {
    PORT: '70000',
    MONGODB_URI: 'postgres://localhost',
    SMTP_URL: 'mail.example.com',
    TEMPORAL_ADDRESS: 'https://temporal.example.com',
    LOG_LEVEL: 'loud',
  }
  expect(faultsOf(faulty).sort()).toEqual(Object.keys(faulty).sort())
})

test('an empty setting counts as absent', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: undefined })
})

test('the command line speaks French in a French terminal', () => {
  expect(readConfig({ LANG: 'fr_FR.UTF-8' }).locale).toBe('fr')
  expect(readConfig({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }).locale).toBe('en')
})
