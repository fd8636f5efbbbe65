import { graphql } from '../../api/graphql.ts'

/** What can be uploaded, and what has been, the newest first. */
export const ImportList = graphql(`
  query ImportList($first: Int, $after: String, $last: Int, $before: String) {
    importKinds {
      kind
      title
      isComplete
      about
    }
    imports(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      edges {
        node {
          id
          title
          state
          createdAt
          createdBy
          appliedAt
          undoes
          source {
            name
            rows
          }
          diff {
            counts {
              new
              changed
              errors
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)

/** Events that a list of participants can be of. */
export const ImportEvents = graphql(`
  query ImportEvents {
    events(first: 50) {
      edges {
        node {
          id
          title
          edition
          state
        }
      }
    }
  }
`)

/** An import with everything but its rows. */
export const ImportDetail = graphql(`
  query ImportDetail($id: ID!) {
    certificationKinds {
      code
      name
    }
    import(id: $id) {
      id
      kind
      title
      state
      createdAt
      createdBy
      appliedAt
      expiresAt
      headerRow
      guessedHeaderRow
      isMappingRemembered
      problem
      remarks
      year
      event {
        id
        title
      }
      gone
      undoes
      undoneBy
      source {
        name
        sha256
        rows
        encoding
        sheet
      }
      mapping {
        column
        from
        to
        guess
        samples
      }
      targets {
        key
        name
        isRequired
      }
      diff {
        hash
        at
        counts {
          new
          changed
          same
          errors
          unmatched
          ended
          onlyOurs
        }
      }
      undoBlockers(first: 20) {
        id
        row
        key
        message
      }
      progress {
        done
        total
      }
      appliedBefore {
        at
        by
        import
      }
      allowedActions {
        step
        isAllowed
        reason
      }
    }
  }
`)

/** Rows of one kind of a preview. */
export const ImportRows = graphql(`
  query ImportRows(
    $id: ID!
    $kind: ImportRowKind!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    import(id: $id) {
      id
      diff {
        hash
        rows(kind: $kind, first: $first, after: $after, last: $last, before: $before) {
          edges {
            node {
              id
              sheet
              row
              key
              message
              fields {
                name
                before
                after
              }
              meanwhile {
                at
                actor
                verb
              }
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  }
`)

export const ImportErrors = graphql(`
  query ImportErrors($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    import(id: $id) {
      id
      errors(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            sheet
            row
            column
            cell
            what
            how
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`)

export const SetImportMapping = graphql(`
  mutation SetImportMapping($id: ID!, $headerRow: Int, $mapping: [ImportColumnInput!]) {
    setImportMapping(id: $id, headerRow: $headerRow, mapping: $mapping) {
      id
      state
    }
  }
`)

export const StartDryRun = graphql(`
  mutation StartDryRun($id: ID!) {
    startDryRun(id: $id) {
      id
      state
    }
  }
`)

export const ApplyImport = graphql(`
  mutation ApplyImport($id: ID!, $expected: String!, $gone: ImportGone!) {
    applyImport(id: $id, expected: $expected, gone: $gone) {
      id
      state
    }
  }
`)

export const CancelImport = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      id
      state
    }
  }
`)

export const UndoImport = graphql(`
  mutation UndoImport($id: ID!) {
    undoImport(id: $id) {
      id
      state
    }
  }
`)
