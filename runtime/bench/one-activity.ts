import { proxyActivities } from '@temporalio/workflow'

const { nothing } = proxyActivities<{ nothing: () => Promise<void> }>({ startToCloseTimeout: '30 s' })

/** The least that durable work can be: one activity that does nothing. */
export async function oneActivity(): Promise<void> {
  await nothing()
}
