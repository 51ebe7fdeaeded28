/** The part of the validator that the tests use; the package has no types of its own. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    validate(data: {
      readonly jsonld: Readonly<Record<string, readonly object[]>>;
    }): Promise<readonly { readonly issueMessage: string; readonly severity: 'ERROR' | 'WARNING' }[]>;
  }
}
