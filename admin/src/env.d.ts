interface ImportMetaEnv {
  /** Replaces the masthead sentence; a public body sets its own when it builds. */
  readonly VITE_MASTHEAD?: string
}

/** The id of every document of the pages, by its name; made by the build. */
declare module 'virtual:trusted-documents' {
  const ids: Readonly<Record<string, string>>
  export default ids
}

/** The faces of the typeface, cut into pieces by the build. */
declare module 'virtual:fonts.css'
