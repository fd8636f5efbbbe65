/**
 * ESLint reads Vue templates only, which oxlint does not see: their mistakes, and whether people who
 * hear, zoom or use no mouse can use them. Everything else is oxlint's.
 */
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import { parser } from 'typescript-eslint'

export default [
  { ignores: ['**/dist/**'] },
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['admin/**/*.vue'],
    languageOptions: { parserOptions: { parser } },
    rules: {
      // By default it wants a label both around its field and tied by id; one of the two is enough.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // It does not see that a component draws the text.
      'vuejs-accessibility/heading-has-content': [
        'error',
        { accessibleChildren: ['MarkedText', 'RouterLink'] },
      ],
      // AppTable's rows become blocks on a narrow screen, and blocks lose the roles of a table.
      'vuejs-accessibility/no-redundant-roles': [
        'error',
        {
          table: ['table'],
          thead: ['rowgroup'],
          tbody: ['rowgroup'],
          tr: ['row'],
          th: ['columnheader'],
          td: ['cell'],
        },
      ],
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '›', '/', '…'] }],
      // TypeScript and the defaults of destructured props say it.
      'vue/require-default-prop': 'off',
      // The layout of templates is oxfmt's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
    },
  },
]
