import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql'

/** Fields that guess: asked under many aliases in one request they would be tried many times at the price of one. */
const guessable = new Set(['signInAsDemo'])

/** A validation rule: such a field stands in a document once, so that attempts are requests. */
export function oncePerDocument(context: ValidationContext): ASTVisitor {
  const seen = new Set<string>()
  return {
    Field({ name: { value } }) {
      if (!guessable.has(value)) return
      if (seen.has(value))
        context.reportError(new GraphQLError(`\`${value}\` may stand in a request only once.`))
      seen.add(value)
    },
  }
}
