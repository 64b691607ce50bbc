import { restraintId } from '../../domain/desk/restraint.ts'
import { Debtor, type DebtorDocument } from '../../models/debtor.ts'
import { Restraint } from '../../models/restraint.ts'
import type { Operator } from '../ports.ts'
import { endImplied, imply } from '../restrain.ts'
import { keepDeclarationTask } from './declaration-task.ts'

/**
 * What follows from insolvency proceedings, or from their end: a hold on the claims that are prior to the judgment, and the
 * task of declaring them. Done anew from the customer's record, so it may stop anywhere and be done twice.
 */
export async function settleInsolvency(id: string, operator: Operator): Promise<void> {
  const debtor = await Debtor.findById(id).lean<DebtorDocument>()
  if (!debtor) return
  const { insolvency, name } = debtor
  const subject = { kind: 'hold', scope: 'insolvency', target: id } as const
  if (insolvency) {
    const { judgedOn } = insolvency
    const same = { _id: restraintId(subject), lifted: null, issuedUntil: judgedOn }
    if (!(await Restraint.exists(same))) await imply({ ...subject, label: name, issuedUntil: judgedOn }, operator)
  } else await endImplied(restraintId(subject), operator)
  await keepDeclarationTask(debtor, operator)
  await Debtor.updateOne({ _id: id, ...unchanged(insolvency) }, { $set: { insolvencySettled: true } })
}

/** Carries on what a stop left half-way. */
export async function sweepInsolvencies(operator: Operator): Promise<void> {
  for (const { _id } of await Debtor.find({ insolvencySettled: false }, { _id: 1 }).lean()) {
    await settleInsolvency(_id, operator)
  }
}

function unchanged(insolvency: DebtorDocument['insolvency']): Record<string, unknown> {
  if (!insolvency) return { insolvency: null }
  const { judgedOn, declareBy } = insolvency
  return { 'insolvency.judgedOn': judgedOn, 'insolvency.declareBy': declareBy }
}
