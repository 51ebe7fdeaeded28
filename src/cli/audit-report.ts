import { z } from 'astro/zod';

/** What an audit comes to: the exit status, and what to print. */
export interface AuditReport {
  /** 0 where nothing is known, 1 where something is, 2 where nobody could be asked. */
  readonly status: 0 | 1 | 2;
  readonly text: string;
}

const advisory = z.object({ title: z.string(), url: z.string(), severity: z.string(), range: z.string() });
const found = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      isDirect: z.boolean(),
      // A package is named where it is only touched by way of another one.
      via: z.array(z.union([z.string(), advisory])),
      fixAvailable: z.union([z.boolean(), z.object({ name: z.string(), version: z.string() })]),
    }),
  ),
  metadata: z.object({ dependencies: z.object({ total: z.number() }) }),
});
const refused = z.object({ message: z.string() });

/** Reads what `npm audit --json` printed. What it cannot read is no answer, and no answer is no success. */
export function auditReport(printed: string): AuditReport {
  const json = parsed(printed);
  const report = found.safeParse(json);
  if (!report.success) {
    const why = refused.safeParse(json).data?.message ?? (printed.trim().split('\n')[0] || 'npm printed nothing');
    return {
      status: 2,
      text: `Nothing was audited: the registry did not answer the question (${why}). Ask again where the registry has an audit endpoint, as registry.npmjs.org has.`,
    };
  }
  const { vulnerabilities, metadata } = report.data;
  const lines = Object.values(vulnerabilities).flatMap(({ name, isDirect, via, fixAvailable }) =>
    via
      .filter((one) => typeof one !== 'string')
      .map(
        ({ title, url, severity, range }) =>
          `${severity}: ${name} ${range}${isDirect ? '' : ' (not a dependency of ours by itself)'}: ${title}\n  ${url}\n  ${cure(fixAvailable)}`,
      ),
  );
  const total = metadata.dependencies.total;
  if (Object.keys(vulnerabilities).length === 0) {
    return { status: 0, text: `Nothing is known against any of the ${total} packages that package-lock.json names.` };
  }
  return {
    status: 1,
    text: [...lines, `Of ${total} packages ${Object.keys(vulnerabilities).length} are concerned.`].join('\n'),
  };
}

function cure(fix: boolean | { name: string; version: string }): string {
  if (fix === false) return 'No version without it is out.';
  const what =
    fix === true ? 'a newer version is allowed by what asks for it: npm update' : `${fix.name} ${fix.version}`;
  return `To do: ${what}, or an entry in overrides.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
