import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import {
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type Source,
  type SourceLocation,
} from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway']
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>
type Run = CompiledQuery['query']

/**
 * Runs queries as compiled functions (graphql-jit), four times as fast as graphql-js. It stands
 * behind Apollo's `gateway` hook, so that parsing, validation, plugins and the wording of errors stay
 * Apollo's; the hook `responseForOperation` would skip the wording and let secrets out.
 */
export function jitGateway(schema: GraphQLSchema): Gateway {
  const compiled = new CompiledDocuments(schema)
  const executor: Executor = async ({ document, operation, request, context }) => {
    const run = compiled.find(document, operation)
    if (run) {
      const answer = await run(undefined, context, request.variables ?? {})
      if (canStand(answer)) return inGraphqlErrors(answer, document.loc?.source)
    }
    return execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
    })
  }
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: tell => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    stop: async () => {},
  }
}

/** Compiled documents, the oldest forgotten first: each holds generated code, and callers may invent new ones for ever. */
class CompiledDocuments {
  private readonly schema: GraphQLSchema
  private readonly known = new Map<DocumentNode, Map<OperationDefinitionNode, Run | null>>()

  constructor(schema: GraphQLSchema) {
    this.schema = schema
  }

  /** Null the first time, and for whatever is left to graphql-js: compiling costs as much as ten runs save. */
  find(document: DocumentNode, operation: OperationDefinitionNode | undefined): Run | null {
    if (operation?.operation !== OperationTypeNode.QUERY) return null
    const runs = this.known.get(document)
    if (!runs) {
      this.remember(document)
      return null
    }
    const known = runs.get(operation)
    if (known !== undefined) return known
    const run = this.compile(document, operation)
    runs.set(operation, run)
    return run
  }

  private remember(document: DocumentNode) {
    this.known.set(document, new Map())
    const [oldest] = this.known.keys()
    if (this.known.size > mostDocuments && oldest) this.known.delete(oldest)
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): Run | null {
    if (!isSafeToCompile(document)) return null
    const result = compileQuery(this.schema, document, operation.name?.value)
    return isCompiledQuery(result) ? result.query : null
  }
}

const mostDocuments = 500

/**
 * graphql-jit notes the conditions of `@skip` and `@include` on the fields of a fragment, wherever it
 * is spread, and takes the alias `a_b` for the field `b` below `a`; `__proto__` becomes a prototype.
 */
function isSafeToCompile(document: DocumentNode): boolean {
  let isSafe = true
  visit(document, {
    enter(node) {
      const hasOddAlias = node.kind === Kind.FIELD && node.alias?.value.includes('_')
      if (node.kind !== Kind.DIRECTIVE && !hasOddAlias) return undefined
      isSafe = false
      return BREAK
    },
  })
  return isSafe
}

/** Errors that no resolver threw (a wrong variable, a null where none may be) are left to graphql-js to word. */
function canStand({ data, errors }: ExecutionResult): boolean {
  return data !== undefined && (errors ?? []).every(error => error.originalError)
}

/** graphql-jit has errors of its own, with places by line and column instead of nodes. */
function inGraphqlErrors(answer: ExecutionResult, source: Source | undefined): ExecutionResult {
  if (!answer.errors) return answer
  const errors = answer.errors.map(({ message, locations, path, originalError }) => {
    const positions = source && locations?.map(place => positionOf(place, source.body))
    return new GraphQLError(message, { source, positions, path, originalError })
  })
  return { ...answer, errors }
}

function positionOf({ line, column }: SourceLocation, text: string): number {
  const lineBreaks = [...text.matchAll(/\r\n|[\n\r]/g)]
  const before = lineBreaks[line - 2]
  return (before ? before.index + before[0].length : 0) + column - 1
}
