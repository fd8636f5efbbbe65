interface QuestionTyped {
  kind: 'SINGLE' | 'TEXT'
  text: string
  options: string[]
}

/** "도움이 된 점 | 홍보 | 지식" is a question with two options; a line without | takes a text. */
export const readQuestions = (lines: string): QuestionTyped[] =>
  lines
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([text]) => text !== undefined && text !== '')
    .map(([text = '', ...options]) => ({ kind: options.length === 0 ? 'TEXT' : 'SINGLE', text, options }))
