interface ImportMetaEnv {
  /** Replaces the masthead sentence; a public body sets its own when it builds. */
  readonly VITE_MASTHEAD?: string
}
