import { ThreadCard } from './thread-card.tsx'

export default { title: 'Studio/Commentaires', parameters: { layout: 'centered' } }

const comments = [
  {
    id: '1',
    at: '2026-10-13T07:40:00Z',
    by: 'Direction financière',
    text: '@Chantal Morel, ce délai convient-il aux artisans ?',
    mentions: ['Chantal Morel'],
  },
  { id: '2', at: '2026-10-13T09:05:00Z', by: 'Chantal Morel', text: 'Oui, huit jours suffisent.', mentions: [] },
]
const open = { id: 'thread', scenario: 'tpe', node: 'wait-1', comments: comments.slice(0, 1), resolved: null }
const resolved = { ...open, comments, resolved: { by: 'Chantal Morel', at: '2026-10-13T09:06:00Z' } }

export const Open = { name: 'Question ouverte', render: () => <ThreadCard thread={open} /> }
export const Resolved = { name: 'Résolue', render: () => <ThreadCard thread={resolved} /> }
