import { fileURLToPath } from 'node:url'
import { type BundleOptions, bundleWorkflowCode, type Logger } from '@temporalio/worker'

const stackDepth = fileURLToPath(new URL('../workflows/stack-depth.ts', import.meta.url))

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0]

/**
 * The workflows that `workflowsPath` exports as the one script that the sandbox runs. They share every module instead of each
 * file holding its own: nothing that workflows import keeps state in a module, but caches of what is worked out anew else.
 */
export async function bundleWorkflows(workflowsPath: string, { logger }: { logger?: Logger } = {}): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: [stackDepth, workflowsPath],
    webpackConfigHook: forProduction,
    ...(logger && { logger }),
  })
  return code
}

/** XState without its checks for developers; today's JavaScript, as the worker's Node runs it; readable, for stack traces. */
function forProduction(config: WebpackConfig): WebpackConfig {
  for (const rule of config.module?.rules ?? []) {
    const use = typeof rule === 'object' ? rule?.use : undefined
    const options = typeof use === 'object' && 'options' in use ? use.options : undefined
    if (typeof options === 'object' && 'jsc' in options) options.jsc = { ...options.jsc, target: 'es2022' }
  }
  return {
    ...config,
    mode: 'production',
    devtool: 'inline-nosources-source-map',
    optimization: { minimize: false, moduleIds: 'named', concatenateModules: false },
  }
}
