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
    'Safeguard, receivership or liquidation: the opening judgment stops interest (French Commercial Code, L622-28).',
  'insolvency.date': 'Date of the opening judgment',
  'insolvency.submit': 'Record the judgment',
  'insolvency.lift': 'Withdraw the proceedings',
  'insolvency.done': 'Proceedings recorded: interest has stopped.',
  'insolvency.lifted': 'Proceedings withdrawn.',
  'insolvency.banner': 'Insolvency proceedings opened on {{date}}',
  'insolvency.banner-help': 'Late-payment interest no longer runs. File your claim with the administrator.',
}
