import { graphql } from '../../api/graphql.ts'

export const TimetableRounds = graphql(`
  query TimetableRounds($event: ID!) {
    timetableRounds(event: $event) {
      id
      title
      number
      chosen
      runs {
        id
        number
        state
      }
    }
  }
`)

export const OneTimetable = graphql(`
  query OneTimetable($id: ID!) {
    timetable(id: $id) {
      id
      number
      state
      kind
      roundId
      proof {
        kind
        value
        bound
      }
      idle
      reason
      because
      fixes {
        label
        effect
      }
      placeChanges
      progress {
        seconds
        breaks
        bound
        isStopping
      }
      steps
      slots {
        id
        day
        startsAt
        endsAt
      }
      places {
        id
        name
        area
        capacity
      }
      cells {
        matchId
        slotId
        placeId
        isPinned
        isBegun
        enterpriseId
        enterpriseName
        departmentId
        departmentName
      }
      parties {
        id
        name
        side
        meetings
        breaks
        idle
        away
      }
      travelMinutes
      walks {
        partyId
        name
        fromSlotId
        fromPlaceId
        toSlotId
        toPlaceId
        pauseMinutes
      }
      diff {
        moved
        added
        off
        same
        notify
        lines {
          matchId
          enterpriseName
          departmentName
          from {
            startsAt
            place
          }
          to {
            startsAt
            place
          }
        }
      }
    }
  }
`)

export const TimetableMoves = graphql(`
  query TimetableMoves($id: ID!, $match: ID!) {
    timetableMoves(id: $id, match: $match) {
      slotId
      placeId
      because
    }
  }
`)

export const RunTimetable = graphql(`
  mutation RunTimetable($round: ID!, $seconds: Float!) {
    runTimetable(round: $round, seconds: $seconds) {
      id
    }
  }
`)

export const StopTimetable = graphql(`
  mutation StopTimetable($id: ID!) {
    stopTimetable(id: $id) {
      id
    }
  }
`)

export const DiscardTimetable = graphql(`
  mutation DiscardTimetable($id: ID!) {
    discardTimetable(id: $id) {
      id
    }
  }
`)

export const MoveInTimetable = graphql(`
  mutation MoveInTimetable($id: ID!, $match: ID!, $slot: ID!, $place: ID!) {
    moveInTimetable(id: $id, match: $match, slot: $slot, place: $place) {
      id
    }
  }
`)

export const PinInTimetable = graphql(`
  mutation PinInTimetable($id: ID!, $match: ID!, $isPinned: Boolean!) {
    pinInTimetable(id: $id, match: $match, isPinned: $isPinned) {
      id
    }
  }
`)

export const ReplanTimetable = graphql(`
  mutation ReplanTimetable($id: ID!, $because: ReplanInput!) {
    replanTimetable(id: $id, because: $because) {
      id
    }
  }
`)

export const PublishTimetable = graphql(`
  mutation PublishTimetable($id: ID!) {
    publishTimetable(id: $id) {
      id
      number
    }
  }
`)
