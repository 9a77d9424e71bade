/** The names of errors in forms and what they are called elsewhere, where that differs. */
const CODES: readonly (readonly [inForms: string, elsewhere: string])[] = [
  ['InvalidParameterValue', 'InvalidParameterValueException'],
  ['InvalidParameterCombination', 'InvalidParameterCombinationException'],
  ['MissingParameter', 'MissingRequiredParameterException'],
  ['InvalidFormat', 'InvalidFormatFault'],
  ['LimitExceeded', 'LimitExceededFault'],
  ['InvalidParameterInput', 'DashboardInvalidInputError'],
  ['ResourceNotFound', 'DashboardNotFoundError'],
];

export const exceptionOf = (code: string): string =>
  (code === 'ResourceNotFound' ? undefined : CODES.find(([inForms]) => inForms === code)?.[1]) ?? code;

export const queryCodeOf = (code: string): string => CODES.find(([, elsewhere]) => elsewhere === code)?.[0] ?? code;
