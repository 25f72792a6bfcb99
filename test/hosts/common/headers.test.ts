import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '../../../src-main/hosts/common/headers.ts'

const directives = (policy: string) => new Map(policy.split('; ').map((line) => {
  const [name, ...values] = line.split(' ')
  return [name, values]
}))

test('the policy allows own files only, and no script that is not a file', () => {
  const policy = directives(contentSecurityPolicy("'none'"))
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'object-src', 'connect-src']) expect(policy.get(name)).toEqual(["'none'"])
  for (const name of ['script-src', 'font-src', 'img-src', 'worker-src']) expect(policy.get(name)).toEqual(["'self'"])
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(policy.get('trusted-types')).toContain('svelte-trusted-html')
  expect(policy.get('trusted-types')).not.toContain('*')
  expect(policy.get('trusted-types')).not.toContain('default')
})

test('the page may talk to the one address it is told', () => {
  expect(directives(contentSecurityPolicy('ws://127.0.0.1:1/calls')).get('connect-src')).toEqual(['ws://127.0.0.1:1/calls'])
  expect(securityHeaders("'none'")).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'no-referrer' })
})
