import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { environmentWith } from '../../config.ts'
import { openLog } from './open-log.ts'
import { tailOf } from './tail-of.ts'

/**
 * A child that cannot outlive us. It runs in a session of its own, so that Ctrl-C in the terminal reaches us alone and we
 * stop things in order. Its life hangs on a pipe that we hold: when we end in whatever way, kill -9 included, the system
 * closes the pipe. A program that reads its own standard input sees that itself (`watchesStdin`); for the others a small
 * shell script reads the pipe in their stead. The script tells the program's own process id on descriptor 3.
 */
const guard = `
exec 4<&0 </dev/null
"$@" 3>&- 4<&- &
child=$!
echo "$child" >&3
exec 3>&-
{ read -r _ <&4; kill -TERM "$child" 2>/dev/null
  n=0; while kill -0 "$child" 2>/dev/null && [ $n -lt 20 ]; do sleep 0.2; n=$((n+1)); done
  kill -KILL "$child" 2>/dev/null; } 2>/dev/null &
watch=$!
exec 4<&-
wait "$child"; code=$?
kill "$watch" 2>/dev/null
exit $code`

export interface GuardedOptions {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** File to which its output is appended. */
  readonly log: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The program ends by itself when its standard input closes. */
  readonly watchesStdin?: boolean
}

export interface GuardedProcess {
  readonly name: string
  /** The program's own process id. */
  readonly pid: number
  /** Resolves with a short reason when the program has ended. */
  readonly ended: Promise<string>
  /** Asks it to stop and, after `grace` ms, kills it; resolves when it is gone. */
  stop(grace: number): Promise<void>
  /** The last lines of its log. */
  tail(): Promise<string>
}

/** Starts a program whose life is tied to ours. Throws when it cannot be started at all. */
export async function startGuarded(options: GuardedOptions): Promise<GuardedProcess> {
  const direct = options.watchesStdin === true || process.platform === 'win32'
  const log = openLog(options.log)
  const child = spawn(
    direct ? options.command : '/bin/sh',
    direct ? options.args : ['-c', guard, `guard-${options.name}`, options.command, ...options.args],
    {
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: environmentWith(options.env ?? {}),
      stdio: ['pipe', log, log, direct ? 'ignore' : 'pipe'],
    },
  )
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `exit code ${code}`))
  })
  child.stdin?.on('error', () => {})
  if (child.pid === undefined) throw new Error(await ended)
  const group = child.pid
  const pid = direct ? group : await readPid(child.stdio[3] as Readable)
  return {
    name: options.name,
    pid,
    ended,
    tail: () => tailOf(options.log),
    async stop(grace) {
      child.stdin?.end()
      if (direct && !options.watchesStdin) kill(group, 'SIGTERM')
      const late = setTimeout(() => kill(process.platform === 'win32' ? group : -group, 'SIGKILL'), grace)
      await ended
      clearTimeout(late)
    },
  }
}

function readPid(stream: Readable): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    stream.setEncoding('utf8')
    stream.on('data', (part: string) => {
      text += part
    })
    stream.once('end', () => (text.trim() ? resolve(Number(text)) : reject(new Error('the guard told no process id'))))
  })
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // it has ended in the meantime
  }
}
