import type { ContactRole } from '@relance/sdk/contact'
import { contactRoleWords } from '@relance/sdk/contact-role-words'
import type { Words } from '@relance/sdk/words'
import { Desk } from '../../models/desk.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Task } from '../../models/task.ts'
import { deskTaskWords } from './desk-task-words.ts'
import type { AccountView, MessageRequest } from './desk-view.ts'

interface Concerned {
  readonly _id: string
  readonly role: string
  readonly level: number
  readonly to: { readonly name: string; readonly address: string }
  readonly requests: readonly MessageRequest[]
}

/** Somebody must find an address; the message waits. */
export async function openMissingContactTask(message: Concerned, view: AccountView): Promise<void> {
  const { name } = contactRoleWords[message.role as ContactRole]
  await open('missing-contact', message, { view, title: fill(deskTaskWords.missingContact, { role: name }) })
}

/** Somebody must find out whether a message arrived; nothing is sent again unasked. */
export async function openUncertainTask(message: Concerned, view: AccountView): Promise<void> {
  const to = { fr: message.to.address, en: message.to.address }
  await open('uncertain-send', message, { view, title: fill(deskTaskWords.uncertain, { role: to }) })
}

async function open(
  kind: 'missing-contact' | 'uncertain-send',
  message: Concerned,
  { view, title }: { view: AccountView; title: string },
): Promise<void> {
  const { debtor, entity, now } = view
  const _id = `${kind}:${message._id}`
  const outcomes = kind === 'missing-contact' ? deskTaskWords.missingContactOutcomes : deskTaskWords.uncertainOutcomes
  await insertOnce(() =>
    Task.create({
      ...{ _id, kind, state: 'open', entity: entity._id, debtor: debtor._id, debtorCode: debtor.code },
      ...{ debtorName: debtor.name, segment: debtor.segment, assignee: debtor.collector || 'collector', title },
      ...{ role: message.role, level: message.level, priority: 'high', message: message._id },
      contact: message.to.address ? { name: message.to.name, phone: '', email: message.to.address } : null,
      requests: message.requests.map(({ key, invoice, number, workflow, node, visit, level }) => ({
        ...{ key, invoice, number, workflow, node, visit, level },
      })),
      ...{ outcomes, createdAt: now, dueAt: now },
    }),
  )
  await Desk.updateOne({ _id: debtor._id }, { $addToSet: { tasks: _id } }, { upsert: true })
}

function fill(words: Words, { role }: { role: Words }): string {
  return words.fr.replace('{role}', role.fr)
}
