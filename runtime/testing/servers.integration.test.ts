import { Client, Connection } from '@temporalio/client'
import { MongoClient } from 'mongodb'
import { createTransport } from 'nodemailer'
import { expect, inject, test } from 'vitest'
import { databaseUri } from './database-uri.ts'
import { mailbox } from './mailbox.ts'

test('the database keeps what was written', async () => {
  const client = new MongoClient(databaseUri('servers'))
  await client.db().collection('invoices').insertOne({ open: 120_000 })
  expect(await client.db().collection('invoices').countDocuments()).toBe(1)
  await client.close()
})

test('Temporal starts a file at once', async () => {
  const connection = await Connection.connect({ address: inject('temporalAddress') })
  const client = new Client({ connection })
  const handle = await client.workflow.start('invoiceFile', { taskQueue: 'nobody', workflowId: 'servers-test' })
  expect((await handle.describe()).status.name).toBe('RUNNING')
  await handle.terminate()
  await connection.close()
})

test('an e-mail that is sent is caught, not delivered', async () => {
  const transport = createTransport(inject('smtpUrl'))
  const to = 'comptabilite@example.com'
  await transport.sendMail({ from: 'relance@example.com', to, subject: 'Relance amiable', text: 'Bonjour' })
  const caught = await mailbox(inject('mailPage')).messages(to)
  expect(caught.map((message) => message.subject)).toEqual(['Relance amiable'])
})
