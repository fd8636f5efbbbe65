import type { Readable } from 'node:stream'
import { errorWorkbook, type ErrorWorkbook } from '../modules/imports/workbook/error-workbook.ts'
import { receiveList, type Upload } from '../modules/imports/receive-list.ts'
import type { Context } from '../platform/context.ts'
import { globalId, keyOf } from '../platform/global-id.ts'
import type { DoorRequest } from './http/graphql-route.ts'

/** What the routes of imports lead to. */
export interface ImportDoor {
  receive(request: DoorRequest, upload: Upload, body: () => Readable): Promise<{ id: string }>
  errors(request: DoorRequest, id: string): Promise<ErrorWorkbook>
}

interface Options {
  /** Who acts; the one place that knows how a request says so. */
  actingIn: (request: DoorRequest) => Promise<Context>
  /** How long a file is kept, and how long an applied list can be undone. */
  keepDays: number
}

export const importDoor = ({ actingIn, keepDays }: Options): ImportDoor => ({
  async receive(request, upload, body) {
    const ctx = await actingIn(request)
    const { id } = await receiveList(ctx, upload, body, keepDays)
    return { id: globalId('import', id) }
  },
  async errors(request, id) {
    return errorWorkbook(await actingIn(request), keyOf('import', id))
  },
})
