let last: Promise<void> = Promise.resolve()

/** Waits until everybody who came before has ended their turn; answers with the function that ends this one. */
export async function takeTurn(): Promise<() => void> {
  const previous = last
  const { promise, resolve } = Promise.withResolvers<void>()
  last = promise
  await previous
  return resolve
}
