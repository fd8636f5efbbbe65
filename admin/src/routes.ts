import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouterScrollBehavior,
} from 'vue-router'
import SearchPage from './pages/search/SearchPage.vue'
import { patterns } from './paths.ts'
import { countMove } from './shell/moves.ts'

const NotFoundPage = () => import('./pages/not-found/NotFoundPage.vue')

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior,
  routes: [
    // Most visits begin here: it comes with the frame, and is in the first picture.
    { path: patterns.search, alias: patterns.home, component: SearchPage },
    { path: patterns.product, component: () => import('./pages/products/ProductPage.vue'), props: true },
    {
      path: patterns.enterprise,
      component: () => import('./pages/enterprises/EnterprisePage.vue'),
      props: true,
    },
    { path: patterns.compare, component: () => import('./pages/compare/ComparePage.vue') },
    { path: patterns.saved, component: () => import('./pages/saved/SavedPage.vue') },
    { path: patterns.publicEvents, component: () => import('./pages/events/PublicEventsPage.vue') },
    {
      path: patterns.publicEvent,
      component: () => import('./pages/events/PublicEventPage.vue'),
      props: true,
    },
    { path: patterns.surveyForm, component: () => import('./pages/surveys/FormPage.vue'), props: true },
    { path: patterns.login, component: () => import('./pages/login/LoginPage.vue') },
    { path: '/:rest(.*)*', name: 'others', component: NotFoundPage, beforeEnter: addOthers },
  ],
})

/**
 * What lies behind the sign-in is not made ready for a visitor: most of what a first visit costs a telephone went
 * into it. Whoever asks for any of it has all of it from then on.
 */
async function addOthers(to: RouteLocationNormalized) {
  const { others } = await import('./other-routes.ts')
  router.removeRoute('others')
  for (const route of [...others, { path: '/:rest(.*)*', component: NotFoundPage }]) router.addRoute(route)
  return { path: to.path, query: to.query, hash: to.hash, replace: true }
}

router.afterEach((to, from) => {
  if (to.path !== from.path || from.matched.length === 0) countMove()
})

/** Back and forward find the place again; another page of a list begins at its top; a filter moves nothing. */
function scrollBehavior(
  to: RouteLocationNormalized,
  from: RouteLocationNormalized,
  saved: { left: number; top: number } | null,
): ReturnType<RouterScrollBehavior> {
  if (saved) return saved
  if (to.hash) return { el: to.hash }
  // The first page is at its top already; to scroll there would lay it out before it is drawn.
  if (from.matched.length === 0) return false
  if (to.path !== from.path) return { top: 0 }
  return isOtherPage(to, from) ? { el: '#results' } : false
}

const isOtherPage = (to: RouteLocationNormalized, from: RouteLocationNormalized) =>
  to.query['after'] !== from.query['after'] || to.query['before'] !== from.query['before']
