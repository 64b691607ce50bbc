import type { Config } from '../../config.ts'
import { useMail } from '../mail/use-mail.ts'
import { examineServer } from './examine-server.ts'
import { type Finding, found } from './finding.ts'
import { words } from './words.ts'

/** Where e-mails leave, and the catcher of rehearsals when it is not the embedded one. */
export async function examineMail({ smtpUrl, catcherSmtpUrl, locale }: Config): Promise<Finding[]> {
  const mail = smtpUrl ? await examineServer('SMTP', () => useMail(smtpUrl)) : found('SMTP', '', words.embedded[locale])
  return catcherSmtpUrl ? [mail, await examineServer('CATCHER', () => useMail(catcherSmtpUrl))] : [mail]
}
