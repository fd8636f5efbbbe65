import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const api = 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: false,
    // vue-i18n: only the composition API, without its global components and devtools.
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { target: 'es2022', outDir: 'dist', assetsInlineLimit: 0 },
  server: { proxy: { '/graphql': api, '/schema.graphql': api, '/health': api } },
})
