import type { z } from 'zod'
import type { Debtor as DebtorView } from '../../contract/portfolio.ts'
import type { segmentRequestSchema } from '../../contract/segment.ts'
import { readDebtor } from '../list-debtors.ts'
import type { Operator } from '../ports.ts'
import { changeSegment } from './change-segment.ts'

/** A person moves a customer to another segment; refused as `not-found`. */
export async function saveSegment(
  id: string,
  { segment }: z.output<typeof segmentRequestSchema>,
  operator: Operator,
): Promise<DebtorView> {
  const debtor = await readDebtor(id, operator)
  if (debtor.segment === segment) return debtor
  await changeSegment(id, { segment }, operator)
  return readDebtor(id, operator)
}
