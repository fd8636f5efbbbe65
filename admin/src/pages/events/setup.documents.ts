import { graphql } from '../../api/graphql.ts'

export const EventSetup = graphql(`
  query EventSetup($id: ID!) {
    certificationKinds {
      code
      name
    }
    regions {
      code
      fullName
    }
    requirementSets {
      id
      title
      purpose
      isInForce
    }
    event(id: $id) {
      id
      version
      title
      kind
      year
      host
      venue
      summary
      state
      isPublic
      plansSharedAt
      applyUntil
      wishesUntil
      replyDays
      enterprisesWanted
      departmentsWanted
      slotMinutes
      gapMinutes
      fairness
      requirementSet {
        id
      }
      rounds {
        id
        number
        title
        theme
        isOnline
        travelMinutes
        days {
          id
          onDate
          programme {
            id
            from
            until
            title
            place
          }
          slots {
            id
            session
            from
            until
          }
        }
      }
      places {
        id
        kind
        name
        area
        link
        capacity
        takesWalkIns
        isAccessible
        slotCapacities {
          slot
          capacity
        }
        round {
          id
          title
        }
      }
      quotas {
        id
        what
        value
        minimum
        maximum
      }
      groups {
        id
        name
        note
      }
      readiness {
        code
        count
        names
        blocks
      }
      canChange
      allowedActions
      blockedActions {
        action
        yieldsToReason
        lacks {
          code
          count
          names
        }
      }
    }
  }
`)

export const RoundCapacities = graphql(`
  query RoundCapacities($id: ID!, $meetings: Int) {
    event(id: $id) {
      id
      rounds {
        id
        number
        title
        capacity(meetings: $meetings) {
          meetings
          slots
          places
          needed
          advisedFrom
          advisedUntil
          isEnough
        }
      }
    }
  }
`)

export const ChangeEvent = graphql(`
  mutation ChangeEvent($id: ID!, $expectedVersion: Int!, $changes: EventChanges!) {
    changeEvent(id: $id, expectedVersion: $expectedVersion, changes: $changes) {
      id
      version
    }
  }
`)

export const TakeEventStep = graphql(`
  mutation TakeEventStep($id: ID!, $step: EventStep!, $expectedVersion: Int!, $reason: String) {
    takeEventStep(id: $id, step: $step, expectedVersion: $expectedVersion, reason: $reason) {
      id
      version
      state
    }
  }
`)

export const SetEventRounds = graphql(`
  mutation SetEventRounds($id: ID!, $expectedVersion: Int!, $rounds: [EventRoundInput!]!) {
    setEventRounds(id: $id, expectedVersion: $expectedVersion, rounds: $rounds) {
      id
      version
    }
  }
`)

export const SetProgramme = graphql(`
  mutation SetProgramme($id: ID!, $expectedVersion: Int!, $items: [ProgrammeItemInput!]!) {
    setProgramme(id: $id, expectedVersion: $expectedVersion, items: $items) {
      id
      version
    }
  }
`)

export const SetPlansShared = graphql(`
  mutation SetPlansShared($id: ID!, $isShared: Boolean!, $expectedVersion: Int!) {
    setPlansShared(id: $id, isShared: $isShared, expectedVersion: $expectedVersion) {
      id
      version
      plansSharedAt
    }
  }
`)

export const SetEventQuotas = graphql(`
  mutation SetEventQuotas($id: ID!, $expectedVersion: Int!, $quotas: [EventQuotaInput!]!) {
    setEventQuotas(id: $id, expectedVersion: $expectedVersion, quotas: $quotas) {
      id
      version
    }
  }
`)

export const SetParticipantGroups = graphql(`
  mutation SetParticipantGroups($id: ID!, $expectedVersion: Int!, $groups: [ParticipantGroupInput!]!) {
    setParticipantGroups(id: $id, expectedVersion: $expectedVersion, groups: $groups) {
      id
      version
    }
  }
`)

export const LayOutDay = graphql(`
  mutation LayOutDay(
    $id: ID!
    $round: ID!
    $on: Date!
    $from: String!
    $until: String!
    $lunchFrom: String
    $lunchUntil: String
    $isConfirmed: Boolean
  ) {
    layOutDay(
      id: $id
      round: $round
      on: $on
      from: $from
      until: $until
      lunchFrom: $lunchFrom
      lunchUntil: $lunchUntil
      isConfirmed: $isConfirmed
    ) {
      id
      version
    }
  }
`)

export const RemoveEventDay = graphql(`
  mutation RemoveEventDay($id: ID!, $day: ID!, $isConfirmed: Boolean) {
    removeEventDay(id: $id, day: $day, isConfirmed: $isConfirmed) {
      id
      version
    }
  }
`)

export const RemoveEventSlots = graphql(`
  mutation RemoveEventSlots($id: ID!, $slots: [ID!]!, $isConfirmed: Boolean) {
    removeEventSlots(id: $id, slots: $slots, isConfirmed: $isConfirmed) {
      id
      version
    }
  }
`)

export const AddEventPlaces = graphql(`
  mutation AddEventPlaces($id: ID!, $places: NewPlacesInput!) {
    addEventPlaces(id: $id, places: $places) {
      id
      version
    }
  }
`)

export const ChangeEventPlaces = graphql(`
  mutation ChangeEventPlaces($id: ID!, $places: [ID!]!, $changes: PlaceChanges!, $isConfirmed: Boolean) {
    changeEventPlaces(id: $id, places: $places, changes: $changes, isConfirmed: $isConfirmed) {
      id
      version
    }
  }
`)

export const RemoveEventPlaces = graphql(`
  mutation RemoveEventPlaces($id: ID!, $places: [ID!]!, $isConfirmed: Boolean) {
    removeEventPlaces(id: $id, places: $places, isConfirmed: $isConfirmed) {
      id
      version
    }
  }
`)

export const SetEventPlaceHours = graphql(`
  mutation SetEventPlaceHours(
    $id: ID!
    $places: [ID!]!
    $slots: [ID!]!
    $capacity: Int
    $isConfirmed: Boolean
  ) {
    setEventPlaceHours(
      id: $id
      places: $places
      slots: $slots
      capacity: $capacity
      isConfirmed: $isConfirmed
    ) {
      id
      version
    }
  }
`)
