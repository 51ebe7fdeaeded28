import { describe, expect, test } from 'vitest';
import { auditReport } from '../../src/cli/audit-report.ts';

/** As `npm audit --json` of npm 11 prints it. */
const printed = (vulnerabilities: object) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: {
      vulnerabilities: {
        info: 0,
        low: 0,
        moderate: 0,
        high: 0,
        critical: 0,
        total: Object.keys(vulnerabilities).length,
      },
      dependencies: { prod: 300, dev: 250, optional: 90, peer: 0, peerOptional: 0, total: 640 },
    },
  });
const advisory = {
  source: 1096366,
  name: 'pick',
  dependency: 'pick',
  title: 'Pick reads too much',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  severity: 'high',
  cwe: ['CWE-20'],
  range: '<2.3.1',
};
const pick = { name: 'pick', severity: 'high', isDirect: false, via: [advisory], effects: ['glob'], range: '<2.3.1' };

describe('an audit', () => {
  test('that finds nothing says of how many packages, and is a success', () => {
    expect(auditReport(printed({}))).toEqual({
      status: 0,
      text: 'Nothing is known against any of the 640 packages that package-lock.json names.',
    });
  });

  test('that finds something tells each advisory once, where to read it and what to do, and is none', () => {
    const glob = { ...pick, name: 'glob', isDirect: true, via: ['pick'] };
    const fix = { name: 'glob', version: '4.0.0', isSemVerMajor: true };
    const { status, text } = auditReport(
      printed({ pick: { ...pick, fixAvailable: fix }, glob: { ...glob, fixAvailable: fix } }),
    );
    expect(status).toBe(1);
    expect(text).toBe(
      [
        'high: pick <2.3.1 (not a dependency of ours by itself): Pick reads too much',
        '  https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
        '  To do: glob 4.0.0, or an entry in overrides.',
        'Of 640 packages 2 are concerned.',
      ].join('\n'),
    );
  });

  test.each([
    [true, 'To do: a newer version is allowed by what asks for it: npm update, or an entry in overrides.'],
    [false, 'No version without it is out.'],
  ])('tells what can be done where the cure is %s', (fixAvailable, sentence) => {
    expect(auditReport(printed({ pick: { ...pick, fixAvailable } })).text).toContain(sentence);
  });

  test.each([
    [
      'a registry that refuses',
      '{"message":"405 Method Not Allowed","error":{"code":"EAUDIT"}}',
      '405 Method Not Allowed',
    ],
    ['a page in the place of an answer', '<!doctype html>\n<title>Bad gateway</title>', '<!doctype html>'],
    [
      'an answer of another kind',
      '{"auditReportVersion":3,"vulnerabilities":{}}',
      '{"auditReportVersion":3,"vulnerabilities":{}}',
    ],
    ['silence', '', 'npm printed nothing'],
  ])('is no success after %s', (_, answer, why) => {
    expect(auditReport(answer)).toEqual({
      status: 2,
      text: `Nothing was audited: the registry did not answer the question (${why}). Ask again where the registry has an audit endpoint, as registry.npmjs.org has.`,
    });
  });
});
