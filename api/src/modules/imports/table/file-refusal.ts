import { Refusal } from '../../../platform/refusal.ts'

/** The whole file cannot be read: nothing of it is imported. What · why · what to do, in Korean, for the officer. */
export const fileRefusal = (message: string) => new Refusal('BAD_USER_INPUT', message, 'file')
