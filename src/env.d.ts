/** What the build knows from its environment, beside what Astro tells. */
interface ImportMetaEnv {
  /** The address of the repository that mistakes are reported to, without a slash at the end; empty where there is none. */
  readonly REPORTED_TO: string;
  /**
   * Whether the site keeps itself in the browser. Not called after the variable that says so: Astro would give pages that one as it
   * stands in the environment.
   */
  readonly KEEPS_OFFLINE: boolean;
}
