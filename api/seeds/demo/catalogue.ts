import type { Day } from '../../src/platform/day.ts'
import { inventBusinessNumber } from './business-numbers.ts'
import { KindSets } from './certification-kinds.ts'
import {
  foundingBefore,
  makeCertificateCopies,
  makeCertifications,
  planCertifications,
} from './certifications.ts'
import { addPassport } from './credentials.ts'
import { makeBranch, makeContacts, makeEnterprise, makeFormerName } from './enterprises.ts'
import { Identities, type Identity } from './identities.ts'
import { chooseOffers, makeImage, makeProduct } from './products.ts'
import { emptyCatalogue, type Catalogue, type EnterpriseRow } from './rows.ts'
import { newWorld, type World } from './world.ts'

export interface Size {
  /** Head offices; branches come on top. */
  enterprises: number
  /** How many products each of them offers, at least and at most. */
  products: { from: number; to: number }
  /** Every so many enterprises one has a branch; null: none has. */
  branchEvery: number | null
}

const seed = 20_261_121

/** The same rows for the same day and size, every time. All of it is invented. */
export function makeCatalogue(today: Day, size: Size): Catalogue {
  const world = newWorld(seed, today)
  const identities = new Identities(world.random)
  const kindSets = new KindSets(world.random)
  const numbers = new Set<string>()
  const catalogue = emptyCatalogue()

  for (let index = 0; index < size.enterprises; index++) {
    const identity = identities.next()
    const plans = planCertifications(world, kindSets.next(identity.organisationForm))
    const businessNumber = inventBusinessNumber(world.random, numbers)
    const enterprise = makeEnterprise(world, identity, {
      businessNumber,
      foundedOn: foundingBefore(world, plans),
      index,
    })
    catalogue.enterprise.push(enterprise)
    catalogue.enterprise_contact.push(...makeContacts(world, enterprise, index))
    if (index % 13 === 6) catalogue.enterprise_name.push(makeFormerName(world, enterprise, identity))

    const certifications = makeCertifications(world, enterprise.id, plans)
    catalogue.certification.push(...certifications)
    catalogue.evidence.push(...makeCertificateCopies(world, certifications))

    const { from, to } = size.products
    addOffers(world, catalogue, { enterprise, identity, count: world.random.between(from, to) })

    if (size.branchEvery !== null && index % size.branchEvery === 5) {
      const branch = makeBranch(world, enterprise)
      catalogue.enterprise.push(branch)
      addOffers(world, catalogue, { enterprise: branch, identity, count: from })
    }
  }
  return catalogue
}

interface Assortment {
  enterprise: EnterpriseRow
  identity: Identity
  count: number
}

/** Products with their pictures, and the passport that vouches for them. */
function addOffers(world: World, catalogue: Catalogue, { enterprise, identity, count }: Assortment) {
  const products = chooseOffers(world, identity.line, count).map(offer =>
    makeProduct(world, enterprise, offer, identity.stem),
  )
  catalogue.product.push(...products)
  catalogue.product_image.push(...products.map(product => makeImage(world, product)))
  if (enterprise.state === 'published')
    addPassport(world, catalogue, { enterprise, line: identity.line, products })
}
