import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillCache } from '../cached.ts'
import { findOnPath, isExecutable } from '../process/find-on-path.ts'
import { runProgram } from '../process/run-program.ts'

const neededJava = 17
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies'
const sources = fileURLToPath(new URL('./java', import.meta.url))

export interface JavaDatabase {
  readonly java: string
  readonly classPath: string
  readonly version: string
}

export interface JavaOptions {
  readonly path: readonly string[]
  readonly cache: string
}

/** The embedded database as an earlier start left it in the cache; throws when it is not there. */
export async function cachedJavaDatabase({ path, cache }: JavaOptions): Promise<JavaDatabase> {
  const folder = await folderIn(cache)
  if (!existsSync(join(folder, 'classes', 'DatabaseServer.class'))) throw new Error('not there yet')
  return runnable(folder, await findJava(path))
}

/** Makes the embedded database ready to run: libraries by Maven, our launcher compiled, both kept in the cache. */
export async function prepareJavaDatabase({ path, cache }: JavaOptions): Promise<JavaDatabase> {
  const java = await findJava(path)
  const folder = await fillCache(await folderIn(cache), (partial) => build(partial, { java: java.file, path }))
  return runnable(folder, java)
}

interface Java {
  readonly file: string
  readonly major: number
}

/** The Java on PATH; throws with the cure when there is none or when it is too old. */
export async function findJava(path: readonly string[]): Promise<Java> {
  const file = await findOnPath('java', path)
  if (!file) throw new Error(`java is not on PATH; install a JDK ${neededJava} or later`)
  const major = await javaMajor(file)
  if (major < neededJava) throw new Error(`${file} is Java ${major}; install a JDK ${neededJava} or later`)
  return { file, major }
}

/** Named after what it is made from, so that a change of ours makes it anew. */
async function folderIn(cache: string): Promise<string> {
  const files = (await readdir(sources)).sort()
  const recipe = await Promise.all(files.map((name) => readFile(join(sources, name), 'utf8')))
  return join(cache, `database-java-${createHash('sha256').update(recipe.join()).digest('hex').slice(0, 12)}`)
}

function runnable(folder: string, java: Java): JavaDatabase {
  const classPath = [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter)
  return { java: java.file, classPath, version: `7.0.0 (mongo-java-server 1.47.0, Java ${java.major})` }
}

/** Major version of a Java, from `java -version` (`17.0.15`, or `1.8.0` for 8). */
async function javaMajor(java: string): Promise<number> {
  const output = await runProgram(java, ['-version'], { timeout: 20_000 })
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? []
  if (!first) throw new Error(`${java} does not tell its version`)
  return first === '1' ? Number(second) : Number(first)
}

async function build(folder: string, { java, path }: { java: string; path: readonly string[] }): Promise<void> {
  const maven = await findOnPath('mvn', path)
  if (!maven) throw new Error('mvn is not on PATH; install Maven')
  const work = join(folder, 'work')
  await mkdir(work, { recursive: true })
  await cp(join(sources, 'pom.xml'), join(work, 'pom.xml'))
  const goals = [
    '-B',
    '-q',
    '-C',
    copyDependencies,
    `-DoutputDirectory=${join(folder, 'lib')}`,
    '-DincludeScope=runtime',
  ]
  await runProgram(maven, goals, { timeout: 240_000, cwd: work, path })
  await compile(java, folder)
  await rm(work, { recursive: true, force: true })
}

async function compile(java: string, folder: string): Promise<void> {
  const jars = (await readdir(join(folder, 'lib'))).map((name) => join(folder, 'lib', name))
  const files = (await readdir(sources)).filter((name) => name.endsWith('.java')).map((name) => join(sources, name))
  const args = ['-cp', jars.join(delimiter), '-d', join(folder, 'classes'), ...files]
  try {
    await runProgram(java, ['-m', 'jdk.compiler/com.sun.tools.javac.Main', ...args], { timeout: 60_000 })
  } catch (error) {
    const beside = join(java, '..', 'javac')
    const cure = (await isExecutable(beside)) ? '' : ' (this Java has no compiler; install a JDK, not a JRE)'
    throw new Error(`${error instanceof Error ? error.message : error}${cure}`)
  }
}
