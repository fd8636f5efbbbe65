/**
 * Which way imports may point: the whole architecture, as data. A room may import any room listed
 * before it, never one listed after it.
 */
const order = [
  'platform',
  'timetable',
  'audit',
  'accounts',
  'regions',
  'categories',
  'enterprises',
  'certifications',
  'products',
  'credentials',
  'catalogue',
  'saved',
  'views',
  'files',
  'vetting',
  'institutions',
  'plans',
  'events',
  'curation',
  'matching',
  'schedules',
  'meetings',
  'surveys',
  'reports',
  'lists',
  'notices',
  'imports',
  'app',
]
const room = name => (name === 'platform' || name === 'app' ? `api/src/${name}/` : `api/src/modules/${name}/`)

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...order.slice(0, -1).map((name, index) => ({
      name: `downhill-${name}`,
      severity: 'error',
      comment: `${name} may import only rooms listed before it`,
      from: { path: room(name) },
      to: {
        path: order
          .slice(index + 1)
          .map(room)
          .join('|'),
      },
    })),
    {
      name: 'timetable-is-a-leaf',
      severity: 'error',
      comment: 'a pure solver: the rooms that ask it know it, it knows none',
      from: { path: 'api/src/modules/timetable/' },
      to: { path: '(^|/)(api|search|admin|test)/', pathNot: 'api/src/modules/timetable/' },
    },
    {
      name: 'every-room-is-listed',
      severity: 'error',
      comment: 'a new module takes its place in the order',
      from: {},
      to: { path: 'api/src/modules/', pathNot: order.map(room).join('|') },
    },
    {
      name: 'states-are-pure',
      severity: 'error',
      from: { path: '\\.states\\.ts$' },
      to: { pathNot: '\\.states\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entity-knows-no-graphql',
      severity: 'error',
      from: { path: '\\.(entity|shape)\\.ts$' },
      to: { path: '\\.graphql\\.ts$|node_modules/type-graphql' },
    },
    {
      name: 'search-is-a-leaf',
      severity: 'error',
      from: { path: '(^|/)search/src/' },
      to: {
        path: '(^|/)(api|admin|test)/|node_modules/(@mikro-orm|graphql|type-graphql)',
        pathNot: '(^|/)search/(src|test)/',
      },
    },
    {
      name: 'pages-keep-to-themselves',
      severity: 'error',
      from: { path: 'admin/src/pages/([^/]+)/' },
      to: { path: 'admin/src/pages/', pathNot: 'admin/src/pages/$1/' },
    },
    {
      name: 'ui-knows-nothing-of-ours',
      severity: 'error',
      from: { path: 'admin/src/ui/' },
      to: { path: 'admin/src/', pathNot: 'admin/src/ui/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
