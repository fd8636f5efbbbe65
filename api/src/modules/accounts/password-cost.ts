/** What a password costs to try. Raised here, it is applied to each person at the next sign-in. */
export const passwordCost = {
  memory: 19_456,
  passes: 2,
  parallelism: 1,
  tagLength: 32,
  source: 'OWASP Password Storage Cheat Sheet, Argon2id: m=19456 (19 MiB), t=2, p=1',
  asOf: '2026-11-21',
} as const
