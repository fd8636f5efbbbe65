/** What the door itself needs to know while a request runs. */
export interface DoorContext {
  requestId: string
}
