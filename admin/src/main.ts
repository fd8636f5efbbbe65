import urql from '@urql/vue'
import { createApp } from 'vue'
import { client } from './api/client.ts'
import App from './App.vue'
import { router } from './routes.ts'
import { followDisplay } from './shell/display.ts'
import { followSession } from './shell/session.ts'
import 'krds-uiux/resources/css/token/krds_tokens.css'
import './ui/base.css'

followDisplay()
void followSession()
createApp(App).use(router).use(urql, client).mount('#app')
// After the first picture: 156 kB of typeface would stand in the way of the first words.
requestAnimationFrame(() => setTimeout(() => void import('virtual:fonts.css')))
