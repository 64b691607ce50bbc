import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { expect, test } from 'vitest'
import { blankDocument, idFrom, readDocument } from './scenario-file.ts'

test('a new scenario gets an address from its name, never one that is taken', () => {
  expect(idFrom('Grands comptes (à appeler)', [])).toBe('grands-comptes-a-appeler')
  expect(idFrom('TPE', ['tpe', 'tpe-2'])).toBe('tpe-3')
  expect(idFrom('2026 !', [])).toBe('scenario')
})

test('a blank page is a document that the server takes', () => {
  expect(scenarioDocumentSchema.safeParse(blankDocument('Essai', [])).success).toBe(true)
})

test('a file that holds no scenario is refused', () => {
  expect(readDocument('pas du JSON')).toBeNull()
  expect(readDocument('null')).toBeNull()
  expect(readDocument('{"format":"relance.scenario/9","name":"x"}')).toBeNull()
  expect(readDocument(JSON.stringify(blankDocument('Essai', [])))?.name).toBe('Essai')
})
