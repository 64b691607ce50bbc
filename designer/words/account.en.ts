import type { accountFr } from './account.fr.ts'

export const accountEn: Record<keyof typeof accountFr, string> = {
  pay: 'Enter a payment',
  'pay.title': 'Payment from {{name}}',
  'pay.help':
    'The payment pays the invoices that the customer names, else the oldest due first (French Civil Code, 1342-10). A disputed invoice is paid only when named.',
  'pay.amount': 'Amount received',
  'pay.date': 'Value date',
  'pay.reference': 'Reference',
  'pay.reference-help': 'Text of the transfer, cheque number…',
  'pay.chosen': 'Allocation',
  'pay.chosen-help': 'Tick what the customer named.',
  'pay.due': 'due {{date}}, {{open}} open',
  'pay.disputed': 'disputed',
  'pay.rest': 'Left on the account, to be matched: {{rest}}',
  'pay.submit': 'Record {{amount}}',
  'pay.submit-none': 'Record',
  'pay.done': '{{amount}} recorded. Reminders of settled invoices have stopped.',
  'pay.future': 'This date is still to come. Enter a payment once received.',
  'pay.error': 'Enter an amount, for example 1,234.56.',
  'insolvency.action': 'Insolvency proceedings…',
  'insolvency.title': 'Insolvency proceedings',
  'insolvency.help':
    'Invoices issued up to the judgment may be neither claimed nor paid: reminders, calls and formal notices stop, and so does interest (French Commercial Code, L622-7, L622-21, L622-28). Those issued later go on (L622-17).',
  'insolvency.proceedings': 'Proceedings',
  'insolvency.safeguard': 'Safeguard',
  'insolvency.receivership': 'Receivership',
  'insolvency.liquidation': 'Liquidation',
  'insolvency.date': 'Date of the opening judgment',
  'insolvency.published': 'Publication in the BODACC',
  'insolvency.published-help': 'Empty while it is not known',
  'insolvency.declare-by': 'Last day to declare the claim',
  'insolvency.declare-by-help':
    'Empty: two months from the publication, or from the judgment while it is not known (French Commercial Code, R622-24)',
  'insolvency.submit': 'Record the proceedings',
  'insolvency.lift': 'Withdraw the proceedings',
  'insolvency.done': 'Proceedings recorded: prior claims are no longer reminded of.',
  'insolvency.lifted': 'Proceedings withdrawn: reminders resume.',
  'insolvency.banner': '{{proceedings}}: judgment of {{date}}',
  'insolvency.banner-help':
    'Prior claims are no longer reminded of. Last day to declare them to the insolvency administrator: {{declareBy}}.',
  'insolvency.task': 'Declare the claim',
}
