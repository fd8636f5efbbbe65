import { badge } from '../parts/badge.ts'

export const button = badge
