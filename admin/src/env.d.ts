interface ImportMetaEnv {
  /** Replaces the masthead sentence; a public body sets its own when it builds. */
  readonly VITE_MASTHEAD?: string
}

/** The faces of the typeface, cut into pieces by the build. */
declare module 'virtual:fonts.css'
