import type { Occasion } from './occasion.ts'
import { instantAt, madeAt, newRowId, type Stage } from './stage.ts'

interface Questioned {
  audience: 'enterprise' | 'department'
  unit: 'person' | 'participant'
  title: string
  /** Participations, asked in turn. */
  of: string[]
  questions: { kind: 'single' | 'scale'; text: string; options: string[]; counts: number[] }[]
}

/** 설문 that was answered: of each question, so many chose each option. */
export function addSurvey(stage: Stage, { id: eventId, on }: Occasion, asked: Questioned) {
  const { rows, centerId } = stage
  const survey = madeAt(stage, on, `18:0${rows.survey.length}`)
  rows.survey.push({
    ...survey,
    event_id: eventId,
    center_id: centerId,
    audience: asked.audience,
    unit: asked.unit,
    title: asked.title,
    state: 'closed',
  })
  const n = Math.max(...asked.questions.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)))
  const responses = Array.from({ length: n }, (_, index) => {
    const id = newRowId(stage, on)
    rows.response.push({
      id,
      survey_id: survey.id,
      participation_id: asked.of[index % asked.of.length],
      via: 'paper',
      entry_key: newRowId(stage, on),
      entered_by_id: stage.staffId,
      at: instantAt(on, '18:30'),
    })
    return id
  })
  for (const [index, { kind, text, options, counts }] of asked.questions.entries()) {
    const id = newRowId(stage, on)
    rows.question.push({ id, survey_id: survey.id, position: index + 1, kind, text, options })
    const choices = counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1))
    for (const [place, choice] of choices.entries())
      rows.answer.push({ response_id: responses[place], question_id: id, choices: [choice], text: null })
  }
}

interface Published {
  kind: 'count' | 'ratio' | 'parts' | 'shares' | 'growth'
  about: string | null
  label: string
  value: string | null
  parts?: string[]
  labels?: string[]
}

/** 발표 수치 as they were printed; the report says what is to be thought of them. */
export function addClaims(stage: Stage, { id, on }: Occasion, source: string, published: Published[]) {
  for (const [index, claim] of published.entries()) {
    const { kind, about, label, value, parts = [], labels = [] } = claim
    stage.rows.claimed_figure.push({
      ...madeAt(stage, on, `19:0${index}`),
      event_id: id,
      center_id: stage.centerId,
      kind,
      about,
      label,
      value,
      parts,
      part_labels: labels,
      source,
      published_on: null,
    })
  }
}
