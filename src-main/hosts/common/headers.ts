/** The headers that every page of either host carries. */

/**
 * Trusted Types policies that may exist in a window. `svelte-trusted-html` builds component templates, the next is for the address of
 * our one worker, and the others are the ones that Monaco makes for the parts of the editor that can come up in an answer line.
 */
const policies = [
  'svelte-trusted-html', 'nabla-worker', 'defaultWorkerFactory', 'diffEditorWidget', 'diffReview', 'dompurify', 'domLineBreaksComputer', 'editorGhostText', 'editorViewLayer',
  'richScreenReaderContent', 'standaloneColorizer', 'stickyScrollViewLayer', 'tokenizeToString',
]

/**
 * What a page may load and run: its own files and nothing else. `connect` is the one address it may talk to (`'none'` in Electron).
 * Inline styles are allowed because Monaco and KaTeX place things by them; no script is.
 */
export function contentSecurityPolicy(connect: string): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self'", "img-src 'self'", "worker-src 'self'",
    `connect-src ${connect}`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'",
    "require-trusted-types-for 'script'", `trusted-types ${policies.join(' ')}`,
  ].join('; ')
}

/** The headers of a page or file; `connect` as for the policy. */
export function securityHeaders(connect: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  }
}
