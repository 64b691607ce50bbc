import type { ServerNeed } from '../error-data.ts'

/** Steps of the order in which a server is looked for. */
export type FoundBy = 'environment' | 'path' | 'cache' | 'vendor' | 'wheel' | 'maven' | 'embedded'

/** A server that answers, ours or somebody's. */
export interface ServerHandle {
  readonly need: ServerNeed
  /** As the matching variable takes it: `host:port`, `mongodb://…`, `smtp://…`. */
  readonly address: string
  readonly foundBy: FoundBy
  readonly version: string
  /** Its web page, if it has one. */
  readonly page?: string
  /** Process to watch or to measure; absent when it is not ours or lives in this process. */
  readonly pid?: number
  /** Resolves with the reason when a process that we started ends, whoever ended it. */
  readonly ended?: Promise<string>
  /** Stops what we started; leaves alone what was found running. */
  stop(): Promise<void>
}
