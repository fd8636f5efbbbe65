import { unlisted } from '../modules/vetting/unlisted.ts'

export const used = unlisted
