import { inject } from 'vitest'

/** Address of a database of its own on the test server; `name` keeps one test file apart from the others. */
export function databaseUri(name: string): string {
  const uri = new URL(inject('mongodbUri'))
  uri.pathname = `/${name}-${process.pid}-${Date.now().toString(36)}`
  return uri.href
}
