import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode } from '@relance/sdk/check-node'
import type { NodeEffect } from '@relance/sdk/define-effect'
import type { NodeDefinition } from '@relance/sdk/define-node'
import { createRegistry, type Registry } from '@relance/sdk/registry'
import type { DiscoveryProblem } from './discovery-words.ts'

/** The keyword by which a package says that it brings a node kind. */
export const packageKeyword = 'relance-node'

/** A node kind that an installed package brings. */
export interface DiscoveredNode {
  readonly package: string
  readonly version: string
  readonly node: NodeDefinition
  readonly effect?: NodeEffect
  /** File of its face, for the bundler of the browser; without one a neutral face is drawn. */
  readonly face?: string
}

export interface Discovery {
  readonly found: readonly DiscoveredNode[]
  /** Packages left out, with the reason: a faulty one never stops the start. */
  readonly problems: readonly DiscoveryProblem[]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly keywords?: readonly string[]
  readonly relance?: { readonly module?: string; readonly face?: string }
}

/** Loads the node packages installed in a project's node_modules, beside the kinds that are already known. */
export async function discoverNodes(project: string, { known }: { known: Registry }): Promise<Discovery> {
  const found: DiscoveredNode[] = []
  const problems: DiscoveryProblem[] = []
  for (const { folder, manifest } of nodePackages(join(project, 'node_modules'))) {
    const taken = (kind: string) => known.get(kind) !== undefined || found.some(({ node }) => node.kind === kind)
    const result = await loadPackage(folder, { manifest, taken })
    if ('node' in result) found.push(result)
    else problems.push(result)
  }
  return { found, problems }
}

/** The kinds that come with Relance and those that were found, as one registry. */
export function extendRegistry(known: Registry, { found }: Discovery): Registry {
  return createRegistry([...known.list, ...found.map(({ node }) => node)])
}

function nodePackages(modules: string): { folder: string; manifest: Manifest }[] {
  if (!existsSync(modules)) return []
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => join(name, part)) : [name],
  )
  return names.toSorted().flatMap((name) => {
    const manifest = readManifest(join(modules, name))
    return manifest?.keywords?.includes?.(packageKeyword) ? [{ folder: join(modules, name), manifest }] : []
  })
}

function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch {
    // Folders such as .bin have no manifest; one that cannot be read asks for nothing.
    return undefined
  }
}

async function loadPackage(
  folder: string,
  { manifest, taken }: { manifest: Manifest; taken: (kind: string) => boolean },
): Promise<DiscoveredNode | DiscoveryProblem> {
  const fail = (code: DiscoveryProblem['code'], detail = '') => ({ package: manifest.name, code, detail })
  const module = insideFolder(folder, manifest.relance?.module)
  if (module === undefined) return fail('no-module')
  let exported: { node?: NodeDefinition; effect?: NodeEffect }
  try {
    exported = await import(pathToFileURL(module).href)
  } catch (error) {
    return fail('load-failed', (error as Error).message)
  }
  const { node, effect } = exported
  if (node === undefined) return fail('no-node')
  const faults = checkNode(node)
  if (faults.length > 0) return fail('faulty-node', faults.map(({ code, path }) => `${code} ${path}`).join(', '))
  if (taken(node.kind)) return fail('kind-taken', node.kind)
  if (node.shape === 'act' && effect?.kind !== node.kind) return fail('no-effect')
  const face = insideFolder(folder, manifest.relance?.face)
  return { package: manifest.name, version: manifest.version, node, effect, face }
}

/** A file of the package, or undefined for one that is missing or lies elsewhere. */
function insideFolder(folder: string, file: unknown): string | undefined {
  if (typeof file !== 'string') return undefined
  const path = resolve(folder, file)
  return path.startsWith(resolve(folder) + sep) && existsSync(path) ? path : undefined
}
