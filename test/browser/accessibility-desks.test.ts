import { test } from 'vitest'
import { signIn } from '../kit/ask.ts'
import { details, detailsOf } from './details.ts'
import { expectNoFault } from './faultless.ts'
import { inBrowser } from './in-browser.ts'

/**
 * What is seen only by whoever is signed in. A page with an address of its own is a line of `desks`; a page about one
 * thing, which has to be made first, is a line of `details` in details.ts.
 */
inBrowser('everybody can use the desks', world => {
  const desks: [string, 'STAFF' | 'LEAD' | 'BUYER' | 'ENTERPRISE', string][] = [
    ['the words', 'STAFF', '/staff/words'],
    ['the institutions', 'STAFF', '/staff/institutions'],
    ['the planned purchases', 'STAFF', '/staff/plans'],
    ['the own department', 'BUYER', '/office'],
    ['the home of an enterprise', 'ENTERPRISE', '/desk'],
    ['the certificates of an enterprise', 'ENTERPRISE', '/desk/certificates'],
    ['the products of an enterprise', 'ENTERPRISE', '/desk/products'],
    ['the passport of an enterprise', 'ENTERPRISE', '/desk/passport'],
    ['the files of an enterprise', 'ENTERPRISE', '/desk/files'],
    ['what an enterprise has applied for', 'ENTERPRISE', '/desk/applications'],
    ['what an enterprise takes part in', 'ENTERPRISE', '/own/events'],
    ['the review queue', 'STAFF', '/staff/reviews'],
    ['the enterprises of a centre', 'STAFF', '/staff/enterprises'],
    ['the imports', 'STAFF', '/staff/imports?list=planned-purchases'],
    ['the requirement sets', 'STAFF', '/staff/requirements'],
    ['the events of a centre', 'STAFF', '/staff/events'],
    ['what a buyer keeps', 'BUYER', '/saved'],
    ['what a buyer was told', 'BUYER', '/notices'],
    ['the account of a lead', 'LEAD', '/account'],
    ['the settings of a centre', 'LEAD', '/staff/settings'],
    ['who asks to be let in', 'STAFF', '/staff/members'],
    ['the words of notices', 'STAFF', '/staff/notice-templates'],
  ]

  const sessions = new Map<string, string>()
  const sessionOf = async (role: (typeof desks)[number][1]) => {
    const token = sessions.get(role) ?? (await signIn(world.app, role))
    sessions.set(role, token)
    return token
  }

  test.each(desks)(
    '%s: fits, and no violation, at 360, 768 and 1280 px, in both modes',
    async (_, role, path) => {
      await expectNoFault(await world.visit(path, await sessionOf(role)))
    },
  )

  test.each(details)('%s: fits, and no violation, at 360, 768 and 1280 px, in both modes', async name => {
    const { token, path } = (await detailsOf(world.app))[name]
    await expectNoFault(await world.visit(path, token))
  })
})
