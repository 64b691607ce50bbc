import type { Command } from 'commander'

type Register = (program: Command) => void

/** The subcommands and their files, each loaded only when it is asked for. */
export const commands = {
  start: async () => (await import('./start.ts')).registerStart,
  servers: async () => (await import('./servers.ts')).registerServers,
  doctor: async () => (await import('./doctor.ts')).registerDoctor,
  'new-node': async () => (await import('./new-node.ts')).registerNewNode,
  validate: async () => (await import('./validate.ts')).registerValidate,
  simulate: async () => (await import('./simulate.ts')).registerSimulate,
  import: async () => (await import('./import.ts')).registerImport,
  kpi: async () => (await import('./kpi.ts')).registerKpi,
  token: async () => (await import('./token.ts')).registerToken,
  rehearse: async () => (await import('./rehearse.ts')).registerRehearse,
} as const satisfies Record<string, () => Promise<Register>>

export function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name)
}
