import { graphql } from '../../api/graphql.ts'

export const BoardMeetingFields = graphql(`
  fragment BoardMeetingFields on Meeting {
    id
    version
    state
    origin
    noShowSide
    startedAt
    enterpriseId
    enterpriseName
    departmentId
    departmentName
    enterpriseArrivedAt
    departmentArrivedAt
    allowedActions
    hasDifferingOutcomes
    slot {
      id
      startsAt
    }
    place {
      id
      name
    }
    outcomes {
      side
      result
      won
      item
      category
      nextStep
      dueOn
      note
    }
  }
`)

export const DayBoard = graphql(
  `
    query DayBoard($eventId: ID!, $date: Date, $dayId: ID) {
      dayBoard(eventId: $eventId, date: $date, dayId: $dayId) {
        eventTitle
        dayId
        onDate
        roundTitle
        isToday
        now
        currentSlotId
        nextSlotId
        stamp
        days {
          id
          onDate
          roundTitle
        }
        slots {
          id
          startsAt
          endsAt
        }
        places {
          id
          name
          kind
          takesWalkIns
          capacity
        }
        counts {
          enterprises
          enterprisesArrived
          departments
          departmentsArrived
          peopleArrived
          planned
          started
          held
          noShow
          cancelled
          walkIns
          withOutcome
        }
        meetings {
          ...BoardMeetingFields
        }
        risks {
          id
        }
      }
    }
  `,
  [BoardMeetingFields],
)

/** Asked for again and again: what it says changes whenever anything on the board does. */
export const DayStamp = graphql(`
  query DayStamp($eventId: ID!, $dayId: ID) {
    dayBoard(eventId: $eventId, dayId: $dayId) {
      stamp
      now
      isToday
      currentSlotId
      nextSlotId
    }
  }
`)

export const FindArrivals = graphql(`
  query FindArrivals($dayId: ID!, $words: String) {
    arrivals(dayId: $dayId, words: $words) {
      participationId
      side
      name
      attendeeId
      attendee
      placeName
      checkInId
      at
    }
  }
`)

export const CheckIn = graphql(`
  mutation CheckIn($eventId: ID!, $token: String, $participationId: ID, $attendeeId: ID, $secondsAgo: Int) {
    checkIn(
      eventId: $eventId
      token: $token
      participationId: $participationId
      attendeeId: $attendeeId
      secondsAgo: $secondsAgo
    ) {
      id
      isNew
      at
      participationId
      meetings {
        id
        enterpriseName
        departmentName
        slot {
          startsAt
        }
        place {
          name
        }
      }
    }
  }
`)

export const UndoCheckIn = graphql(`
  mutation UndoCheckIn($id: ID!) {
    undoCheckIn(id: $id)
  }
`)

export const StartMeeting = graphql(`
  mutation StartMeeting($id: ID!, $expectedVersion: Int!, $entryKey: ID, $secondsAgo: Int) {
    startMeeting(id: $id, expectedVersion: $expectedVersion, entryKey: $entryKey, secondsAgo: $secondsAgo) {
      id
      version
    }
  }
`)

export const FinishMeeting = graphql(`
  mutation FinishMeeting($id: ID!, $expectedVersion: Int!, $entryKey: ID, $secondsAgo: Int) {
    finishMeeting(id: $id, expectedVersion: $expectedVersion, entryKey: $entryKey, secondsAgo: $secondsAgo) {
      id
      version
    }
  }
`)

export const CancelMeeting = graphql(`
  mutation CancelMeeting($id: ID!, $expectedVersion: Int!, $entryKey: ID, $secondsAgo: Int) {
    cancelMeeting(id: $id, expectedVersion: $expectedVersion, entryKey: $entryKey, secondsAgo: $secondsAgo) {
      id
      version
    }
  }
`)

export const UndoMeetingStep = graphql(`
  mutation UndoMeetingStep($id: ID!, $expectedVersion: Int!) {
    undoMeetingStep(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`)

export const MarkNoShow = graphql(`
  mutation MarkNoShow($id: ID!, $expectedVersion: Int!, $side: NoShowSide!, $entryKey: ID, $secondsAgo: Int) {
    markNoShow(
      id: $id
      expectedVersion: $expectedVersion
      side: $side
      entryKey: $entryKey
      secondsAgo: $secondsAgo
    ) {
      id
      version
    }
  }
`)

export const MoveMeeting = graphql(`
  mutation MoveMeeting($id: ID!, $expectedVersion: Int!, $slotId: ID!, $placeId: ID!) {
    moveMeeting(id: $id, expectedVersion: $expectedVersion, slotId: $slotId, placeId: $placeId) {
      id
      version
    }
  }
`)

export const BookWalkIn = graphql(`
  mutation BookWalkIn(
    $placeId: ID!
    $slotId: ID!
    $enterpriseId: ID
    $departmentId: ID
    $visitorDepartment: String
    $entryKey: ID!
    $secondsAgo: Int
  ) {
    bookWalkIn(
      placeId: $placeId
      slotId: $slotId
      enterpriseId: $enterpriseId
      departmentId: $departmentId
      visitorDepartment: $visitorDepartment
      entryKey: $entryKey
      secondsAgo: $secondsAgo
    ) {
      id
      version
    }
  }
`)

export const IssuePasses = graphql(`
  mutation IssuePasses($eventId: ID!, $kind: PassKind!, $dayId: ID) {
    issuePasses(eventId: $eventId, kind: $kind, dayId: $dayId) {
      participationId
      side
      name
      attendeeId
      attendee
      token
      validUntil
    }
  }
`)
