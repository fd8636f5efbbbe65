import { unlisted } from '../modules/nowhere/unlisted.ts'

export const used = unlisted
