/** Where the editor gets its worker: a file of this bundle, under a trusted-types policy that lets nothing else through. */
import address from 'monaco-editor/editor/editor.worker?worker&url'

interface Policy { createScriptURL(url: string): unknown }
interface PolicyFactory { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const policy = factory?.createPolicy('nabla-worker', {
  createScriptURL(url) {
    if (url !== address) throw new TypeError(`not a worker of this window: ${url}`)
    return url
  },
})

globalThis.MonacoEnvironment = {
  getWorker: () => new Worker((policy?.createScriptURL(address) ?? address) as string, { type: 'module', name: 'editor' }),
}
