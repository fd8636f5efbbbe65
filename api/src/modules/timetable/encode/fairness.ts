import type { Model } from './model.ts'

/** 공평성 — nobody has over `fairness` breaks more than anybody else. */
export function addFairness({ solver, breaksOf, guard }: Model, fairness: number): void {
  const most = Math.max(0, ...breaksOf.map(({ length }) => length))
  for (let count = 0; count + fairness < most; count++) {
    const everybody = solver.variable()
    for (const counts of breaksOf) {
      const far = counts[count + fairness]
      const near = counts[count]
      if (far !== undefined) solver.clause(far ^ 1, everybody)
      solver.clause(...guard({ kind: 'fairness' }), everybody ^ 1, ...(near === undefined ? [] : [near]))
    }
  }
}
