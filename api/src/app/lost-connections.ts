import type { Dialect, Driver } from 'kysely'

/**
 * Kysely keeps a connection for good when the end of its transaction fails: ten lost in the middle, and the pool has
 * none left. A transaction whose connection is lost has been rolled back by the server, and one that could not begin
 * is none; the pool throws a lost connection away as soon as it gets it back.
 */
export function givingBackLostConnections<Made extends Dialect>(dialect: Made): Made {
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => givingBack(createDriver())
  return dialect
}

function givingBack(driver: Driver): Driver {
  const begin = driver.beginTransaction.bind(driver)
  const rollback = driver.rollbackTransaction.bind(driver)
  driver.beginTransaction = async (connection, settings) => {
    try {
      await begin(connection, settings)
    } catch (error) {
      await driver.releaseConnection(connection)
      throw error
    }
  }
  // Why the transaction failed is thrown to whoever runs it; that it could not be undone either is no news.
  driver.rollbackTransaction = connection => rollback(connection).catch(() => {})
  return driver
}
