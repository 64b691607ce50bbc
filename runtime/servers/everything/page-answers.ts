import { healthSchema } from '../../contract/portfolio.ts'

/** Resolves when the API says that it is well and the page is served; throws what is amiss. */
export async function pageAnswers(page: string): Promise<void> {
  const health = healthSchema.parse(await (await ask(`${page}/api/health`)).json())
  const ill = Object.entries(health.services).filter(([, service]) => !service.ok)
  if (ill.length > 0) throw new Error(ill.map(([name, service]) => `${name}: ${service.detail}`).join(', '))
  if (!(await (await ask(page)).text()).includes('<script')) throw new Error('no page')
}

async function ask(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response
}
