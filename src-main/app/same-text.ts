/** Whether two answers are the same text up to white space. */

/** Space beside a sign means nothing; between two letters or digits it parts them (`1 2`, `sin x`). Lines are told apart, empty ones are not. */
function packed(answer: string): string {
  return answer
    .split(/\r\n|\r|\n/)
    .map(line =>
      line
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/ (?![\p{L}\p{N}])|(?<![\p{L}\p{N}]) /gu, ''),
    )
    .filter(line => line !== '')
    .join('\n')
}

export function sameText(a: string, b: string): boolean {
  return packed(a) === packed(b)
}
