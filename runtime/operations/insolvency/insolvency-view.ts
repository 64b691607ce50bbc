import type { Debtor as DebtorView } from '../../contract/portfolio.ts'
import type { DebtorDocument } from '../../models/debtor.ts'

/** Insolvency proceedings as the API shows them. */
export function insolvencyView({ insolvency }: Pick<DebtorDocument, 'insolvency'>): DebtorView['insolvency'] {
  if (!insolvency) return null
  const { proceedings, judgedOn, publishedOn, declareBy } = insolvency
  return { proceedings, judgedOn, publishedOn: publishedOn ?? null, declareBy }
}
