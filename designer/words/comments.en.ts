import type { commentsFr } from './comments.fr.ts'

export const commentsEn: Readonly<Record<keyof typeof commentsFr, string>> = {
  title: 'Comments',
  none: 'No comment on this step.',
  'none-scenario': 'No comment on this scenario. Choose a step to write one.',
  open_one: '{{count}} open comment',
  open_other: '{{count}} open comments',
  new: 'Write a comment',
  placeholder: 'A question, a remark; @ to call a colleague',
  send: 'Comment',
  answer: 'Answer',
  'answer-label': 'Answer to {{who}}',
  resolve: 'Mark as resolved',
  reopen: 'Open again',
  'resolved-by': 'Resolved by {{who}}: {{at}}',
  'resolved-count_one': '{{count}} resolved thread',
  'resolved-count_other': '{{count}} resolved threads',
  by: '{{who}}: {{at}}',
  colleagues: 'Colleagues',
  gone: 'Deleted step',
  go: 'Go to the step {{step}}',
}
