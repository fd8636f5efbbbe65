import { startApp } from './app.ts'

export interface Door {
  url: string
  stop(): Promise<void>
}

/** The application as callers reach it; what stands behind the door is of no concern to its tests. */
export const startDoor = (): Promise<Door> => startApp()
