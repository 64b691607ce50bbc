/** What each error carries. Numbers, names and places only: the sentences are in error-words.ts. */
export interface ErrorData {
  'invalid-config': { readonly faults: readonly { readonly variable: string; readonly fault: string }[] }
  'invalid-input': { readonly errors: readonly { readonly path: string; readonly message: string }[] }
  'wrong-use': { readonly detail: string }
  'server-missing': {
    readonly need: ServerNeed
    readonly tried: readonly { readonly step: string; readonly reason: string }[]
  }
  'server-unreachable': { readonly need: ServerNeed; readonly address: string; readonly reason: string }
  'server-too-old': {
    readonly need: ServerNeed
    readonly found: string
    readonly needed: string
    readonly address: string
  }
  'server-stopped': { readonly need: string; readonly log: string; readonly tail: string }
  'port-busy': { readonly port: number; readonly variable: string }
  'home-locked': { readonly home: string; readonly pid: number; readonly page: string }
  'home-unusable': {
    readonly home: string
    readonly cause: 'read-only' | 'full' | 'not-a-folder'
    readonly detail: string
  }
  'build-failed': { readonly part: string; readonly detail: string }
}

export type ServerNeed = 'temporal' | 'database' | 'mail'
export type ErrorCode = keyof ErrorData
