import { assignees, contactRoles } from '@relance/sdk/contact'
import { defineNode } from '@relance/sdk/define-node'
import { anchors, dayUnits } from '@relance/sdk/moment'
import { createRegistry } from '@relance/sdk/registry'
import { z } from 'zod'

const same = (text: string) => ({ fr: text, en: text })
const words = (name: string) => ({ name: same(name), description: same(name), sentence: () => same(name) })

/** The smallest kind of each shape, for tests of the machine that must not depend on the palette. */
export const testWait = defineNode({
  kind: 'test-wait',
  version: 1,
  shape: 'wait',
  group: 'time',
  words: words('wait'),
  settings: z.object({
    from: z.enum(anchors).default('previousStep'),
    days: z.int().min(-365).max(365).default(1),
    unit: z.enum(dayUnits).default('calendar'),
  }),
  moment: (settings) => settings,
})

export const testSend = defineNode({
  kind: 'test-send',
  version: 1,
  shape: 'act',
  group: 'contact',
  words: words('send'),
  medium: 'email',
  settings: z.object({ template: z.string().default('reminder') }),
  outcomes: [
    { port: 'sent', words: same('sent') },
    { port: 'cancelled', words: same('cancelled') },
  ],
  usual: 'sent',
  templates: ({ template }) => [{ medium: 'email', template }],
})

export const testNotice = defineNode({
  kind: 'test-notice',
  version: 1,
  shape: 'act',
  group: 'contact',
  words: words('notice'),
  medium: 'letter',
  settings: z.object({}),
  outcomes: [{ port: 'sent', words: same('sent') }],
  usual: 'sent',
  onlyWhenOverdue: () => true,
})

export const testChoose = defineNode({
  kind: 'test-choose',
  version: 1,
  shape: 'choose',
  group: 'decision',
  words: words('choose'),
  settings: z.object({ days: z.int().default(30) }),
  branches: ({ days }) => [
    { port: 'late', words: same('late'), when: { fact: 'invoice.daysLate', is: '≥', value: days } },
  ],
  otherwise: same('otherwise'),
})

/** A contact of any insistence, by anybody. */
export const testCall = defineNode({
  kind: 'test-call',
  version: 1,
  shape: 'act',
  group: 'contact',
  words: words('call'),
  medium: 'call',
  settings: z.object({
    level: z.int().default(2),
    role: z.enum(contactRoles).default('accounts-payable'),
    by: z.enum(assignees).default('collector'),
  }),
  contact: (settings) => settings,
  outcomes: [
    { port: 'no-answer', words: same('no answer') },
    { port: 'promise', words: same('promise') },
  ],
  usual: 'no-answer',
})

/** Parts files by the account and by what was done so far. */
export const testSplit = defineNode({
  kind: 'test-split',
  version: 1,
  shape: 'choose',
  group: 'decision',
  words: words('split'),
  settings: z.object({ overdue: z.int().default(100_000) }),
  branches: ({ overdue }) => [
    { port: 'large', words: same('large'), when: { fact: 'account.overdue', is: '≥', value: overdue } },
    {
      port: 'reminded',
      words: same('reminded'),
      when: {
        all: [
          { fact: 'course.reminders', is: '>', value: 1 },
          { fact: 'account.overdueInvoices', is: '<', value: 3 },
          { fact: 'claim.penalties', is: '≥', value: 1_000 },
        ],
      },
    },
  ],
  otherwise: same('otherwise'),
})

export const testEnd = defineNode({
  kind: 'test-end',
  version: 1,
  shape: 'end',
  group: 'end',
  words: words('end'),
  settings: z.object({ closes: z.boolean().default(false) }),
  end: ({ closes }) => ({ reason: 'done', closes }),
})

export const testRegistry = createRegistry([testWait, testSend, testNotice, testCall, testChoose, testSplit, testEnd])
