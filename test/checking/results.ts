/**
 * The page of results: `npm run results` writes docs/results.md from the golden corpora, each answer judged anew, so that a lecturer can see what
 * the checker does and where it gives up.
 */
import { writeFileSync } from 'node:fs'
import { check } from '../../src-main/checking/check.ts'
import type { Question } from '../../src-main/checking/question.ts'
import type { Verdict } from '../../src-main/checking/verdict.ts'
import { readCorpus, type Block } from './corpus.ts'

/** The page as text. */
export function resultsPage(blocks: readonly Block[]): string {
  const counts = new Map<string, number>()
  const bodies = blocks.map(block => {
    const rows = block.cases.map(c => {
      const v = check(block.question, c.answer, { evidence: false })
      const kind = v.verdict === 'correct' ? `correct, ${v.proof}` : v.verdict
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      return `| ${code(c.answer)} | ${v.verdict}${v.proof && v.verdict === 'correct' ? ` (${v.proof})` : ''} | ${reason(v)} |`
    })
    return `${asked(block.question)}\n\n| answer | verdict | diagnosis |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  const total = [...counts.values()].reduce((a, b) => a + b, 0)
  const summary = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `| ${kind} | ${n} |`).join('\n')
  return `# What the checker says

Made by \`npm run results\` from the golden corpora in \`test/checking/corpus/\`: ${blocks.length} questions, ${total} answers. \`symbolic\` is a proof by a
common normal form; \`exact\` is equality at random points modulo primes; \`numeric\` is agreement with the numeric Jacobian.

| verdict | answers |
| --- | --- |
${summary}

${bodies.join('\n')}`
}

function asked(q: Question): string {
  const given = Object.entries(q.given).map(([n, s]) => `${n}: ${s}`).join('; ')
  const defined = Object.entries(q.define).map(([n, s]) => `, ${n} = ${s}`).join('')
  const what = q.kind === 'derivative' ? `derivative of ${code(q.f ?? '')} by ${code(q.wrt ?? '')}` : `${q.kind} ${code(String(q.of ?? q.value ?? q.goal ?? ''))}`
  const extra = [q.layout === 'jacobian' ? '' : `${q.layout} layout`, q.component ? `entry ${[q.component].flat().join(', ')}` : '', q.form === 'any' ? '' : `form ${q.form}`, q.summation === 'einstein' ? '' : 'explicit sums'].filter(x => x !== '')
  return `**${what}**${extra.length > 0 ? ` (${extra.join('; ')})` : ''}, given ${code(given + defined)}`
}

function reason(v: Verdict): string {
  return v.diagnosis.map(d => `${d.code}: ${d.message}`).join(' · ').replaceAll('|', '\\|')
}

function code(text: string): string {
  const safe = text.replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|')
  const fence = safe.includes('`') ? '``' : '`'
  return `${fence}${safe}${fence}`
}

if (import.meta.main) {
  writeFileSync(new URL('../../docs/results.md', import.meta.url), resultsPage(readCorpus(new URL('./corpus/', import.meta.url))))
}
