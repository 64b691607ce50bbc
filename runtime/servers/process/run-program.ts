import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { environmentWith } from '../../config.ts'

interface RunOptions {
  /** Milliseconds after which the program is killed and the call fails. */
  readonly timeout: number
  readonly cwd?: string
  readonly path?: readonly string[]
  /** Lines of its last words to tell when it fails; one by default. */
  readonly lastLines?: number
}

/** Output (stdout then stderr) of a program that ends by itself; throws with its last lines when it fails or is late. */
export function runProgram(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const env = environmentWith(options.path ? { PATH: options.path.join(delimiter) } : {})
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const out: string[] = []
    const err: string[] = []
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text))
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      child.stdout.destroy()
      child.stderr.destroy()
      reject(new Error(`no answer within ${Math.round(options.timeout / 1000)} s`))
    }, options.timeout)
    child.once('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    child.once('close', (code) => {
      clearTimeout(late)
      if (code === 0) resolve(out.join('') + err.join(''))
      else reject(new Error(last(err, options) || last(out, options) || `exit code ${code}`))
    })
  })
}

function last(said: readonly string[], { lastLines = 1 }: RunOptions): string {
  return said
    .join('')
    .trim()
    .split('\n')
    .slice(-lastLines)
    .join('\n')
    .slice(-300 * lastLines)
}
