import {
  GraphQLError,
  Kind,
  visit,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import { limits } from './limits.ts'

/** A validation rule: documents that no honest client sends. */
export const documentLimits = (context: ValidationContext): ASTVisitor => ({
  Document(document) {
    const broken = brokenLimit(document) ?? missingRoot(document, context.getSchema())
    if (broken === null) return
    const error = new GraphQLError(broken)
    context.reportError(error)
    // Validation ends at the second error: the costly rules never get to see such a document.
    context.reportError(error)
  },
})

function brokenLimit(document: DocumentNode): string | null {
  return (
    brokenBrackets(document) ?? brokenDefinitions(document) ?? brokenNodes(document) ?? brokenDepth(document)
  )
}

/** Looks along the tokens: whatever walks the tree of such a document may run out of stack. */
function brokenBrackets({ loc }: DocumentNode): string | null {
  let depth = 0
  for (let token = loc?.startToken ?? null; token; token = token.next) {
    if ('{[('.includes(token.kind)) depth++
    if ('}])'.includes(token.kind)) depth--
    if (depth > limits.brackets) return `The document nests more than ${limits.brackets} brackets.`
  }
  return null
}

function brokenDefinitions({ definitions }: DocumentNode): string | null {
  const operations = definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
  if (operations.length > limits.operations)
    return `The document has more than ${limits.operations} operations.`
  if (fragments.length > limits.fragments) return `The document has more than ${limits.fragments} fragments.`
  if (operations.some(({ directives }) => directives?.length)) return 'An operation takes no directives here.'
  return null
}

/** graphql-js notices only when it runs, and then as our mistake. */
function missingRoot({ definitions }: DocumentNode, schema: GraphQLSchema): string | null {
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION && !schema.getRootType(definition.operation))
      return `There is no ${definition.operation} here.`
  return null
}

function brokenNodes(document: DocumentNode): string | null {
  let aliases = 0
  let mostDirectives = 0
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases++
      if ('directives' in node) mostDirectives = Math.max(mostDirectives, node.directives?.length ?? 0)
    },
  })
  if (aliases > limits.aliases) return `The document has more than ${limits.aliases} aliases.`
  if (mostDirectives > limits.directives)
    return `There are more than ${limits.directives} directives in one place.`
  return null
}

function brokenDepth(document: DocumentNode): string | null {
  const depths = new Depths(document)
  const isTooDeep = document.definitions.some(
    definition =>
      definition.kind === Kind.OPERATION_DEFINITION && depths.of(definition.selectionSet) > limits.depth,
  )
  return isTooDeep ? `The document nests more than ${limits.depth} fields.` : null
}

/** How deep fields lie within fields. Each fragment is measured once, however often it is spread. */
class Depths {
  private readonly fragments: Map<string, SelectionSetNode>
  private readonly known = new Map<string, number>()

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map(fragments.map(({ name, selectionSet }) => [name.value, selectionSet]))
  }

  of({ selections }: SelectionSetNode): number {
    let deepest = 0
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD)
        deepest = Math.max(deepest, 1 + (selection.selectionSet ? this.of(selection.selectionSet) : 0))
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        deepest = Math.max(deepest, this.of(selection.selectionSet))
      else deepest = Math.max(deepest, this.ofFragment(selection.name.value))
    }
    return deepest
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name)
    if (known !== undefined) return known
    // While it is being measured it counts nothing: a circle is another rule's to refuse.
    this.known.set(name, 0)
    const fragment = this.fragments.get(name)
    const depth = fragment ? this.of(fragment) : 0
    this.known.set(name, depth)
    return depth
  }
}
