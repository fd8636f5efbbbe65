import urql from '@urql/vue'
import { createApp } from 'vue'
import { client } from './api/client.ts'
import App from './App.vue'
import { patterns } from './paths.ts'
import { router } from './routes.ts'
import { followDisplay } from './shell/display.ts'
import { followSession } from './shell/session.ts'
import 'krds-uiux/resources/css/token/krds_tokens.css'
import './ui/base.css'

followDisplay()
void followSession()
createApp(App).use(router).use(urql, client).mount('#app')
// The search asks for it after its first picture: 156 kB of typeface would stand in the way of the first words. Elsewhere
// there are tables, whose columns would jump when it comes.
const letters = () => void import('virtual:fonts.css')
const isSearch = location.pathname === patterns.home || location.pathname === patterns.search
if (isSearch) requestAnimationFrame(() => setTimeout(letters))
else letters()
