import { there } from './there.ts'

export const back = () => there
