import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, type OperationDefinitionNode } from 'graphql'
import { costOf, type Asked } from './cost.ts'
import { limits } from './limits.ts'
import type { Variables } from './list-size.ts'

/** Runs before the operation and with its variables, which a validation rule never sees. */
export const costLimit: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return
        const cost = rememberedCost({ schema, document, operation, variables: request.variables ?? {} })
        if (cost <= limits.cost) return
        throw new GraphQLError(
          `The answer could hold more than ${limits.cost} values: ask for fewer with \`first\`, or for fewer fields.`,
          { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
        )
      },
    }
  },
}

/** By operation, then by the sizes it was asked for: the same page comes again with other words. */
const costs = new WeakMap<OperationDefinitionNode, Map<string, number>>()
const mostSizes = 100

function rememberedCost(asked: Asked): number {
  const bySizes = costs.get(asked.operation) ?? new Map<string, number>()
  const sizes = sizesOf(asked.operation, asked.variables)
  const known = bySizes.get(sizes)
  if (known !== undefined) return known
  const cost = costOf(asked)
  if (bySizes.size >= mostSizes) bySizes.clear()
  costs.set(asked.operation, bySizes.set(sizes, cost))
  return cost
}

/** All of the variables that the cost can depend on. */
function sizesOf({ variableDefinitions }: OperationDefinitionNode, variables: Variables): string {
  return (variableDefinitions ?? []).map(({ variable: { name } }) => sizeOf(variables[name.value])).join()
}

function sizeOf(value: unknown): number | string {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return `[${value.length}`
  return value === undefined ? '' : 'x'
}
