/** What the build knows from its environment, beside what Astro tells. */
interface ImportMetaEnv {
  /** The address of the repository that mistakes are reported to, without a slash at the end; empty where there is none. */
  readonly REPOSITORY: string;
  /** Whether the site keeps itself in the browser. */
  readonly OFFLINE: boolean;
}
