/** A message as the catcher tells it. */
export interface CaughtMessage {
  readonly id: string
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly from: readonly { readonly address: string; readonly name?: string }[]
  readonly to: readonly { readonly address: string; readonly name?: string }[]
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Mailbox {
  /** Everything caught so far, oldest first; only what went to `to` when given. */
  messages(to?: string): Promise<readonly CaughtMessage[]>
  empty(): Promise<void>
}

/** Reads the catcher whose web page is `page`. */
export function mailbox(page: string): Mailbox {
  return {
    async messages(to) {
      const all = (await ask(`${page}/api/email`)) as CaughtMessage[]
      return to ? all.filter((message) => message.to.some(({ address }) => address === to)) : all
    },
    async empty() {
      await ask(`${page}/api/email/all`, 'DELETE')
    },
  }
}

async function ask(url: string, method = 'GET'): Promise<unknown> {
  const response = await fetch(url, { method })
  if (!response.ok) throw new Error(`the mail catcher answered ${response.status} at ${url}`)
  return await response.json()
}
