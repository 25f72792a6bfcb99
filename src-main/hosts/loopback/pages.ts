/** The few pages that the server writes itself. They hold no script, and nothing that came with the request. */

/** Said to a browser that has no session and brings no token that works. */
export const noSession = page('This address does not open Nabla', [
  'The address that Nabla prints when it starts works in one browser, the first that opens it. This one was used already, or it belongs to a copy of Nabla that has ended.',
  'Go back to the browser in which Nabla is open. To open it here instead, end Nabla in its terminal with Ctrl+C, start it again, and open the new address. Your work is kept.',
])

/** Says why a request was refused. */
export function refused(reason: string): string {
  return page('This was refused', [reason])
}

/** Sends a browser that came from another site on to the app: the cookie just set goes along only from a page of our own. */
export const entering = page('Opening Nabla', ['If nothing happens, <a href="/">go on to Nabla</a>.'], '<meta http-equiv="refresh" content="0; url=/">')

function page(title: string, paragraphs: readonly string[], head = ''): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}h1{font-size:1.3rem}</style>
</head><body><main><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>
`
}
