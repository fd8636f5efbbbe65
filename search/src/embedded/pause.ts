/** Lets waiting searches be answered; called between the pieces of long work. */
export type Pause = () => Promise<void>
