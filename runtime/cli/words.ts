import type { Words } from '@relance/sdk/words'

/** What the command line says, in the language of the terminal. */
export const words = {
  relance: {
    fr: 'Relance : vos scénarios de relance, dessinés puis exécutés.',
    en: 'Relance: collection scenarios, drawn and then run.',
  },
  help: { fr: 'affiche cette aide', en: 'show this help' },
  seeHelp: { fr: '(--help pour l’aide)', en: '(--help for help)' },
  json: { fr: 'écrit du JSON', en: 'print JSON' },
  start: {
    fr: 'démarre tout : serveurs, page, API et exécution des scénarios',
    en: 'start everything: servers, page, API and the running of scenarios',
  },
  dev: {
    fr: 'redémarre et recharge la page quand les sources changent',
    en: 'restart and reload the page when the sources change',
  },
  servers: {
    fr: 'démarre seulement les serveurs et affiche leurs variables',
    en: 'start only the servers and print their variables',
  },
  doctor: {
    fr: 'dit ce qui a été trouvé, où, et ce qui manque',
    en: 'tell what was found, where, and what is missing',
  },
} as const satisfies Record<string, Words>
