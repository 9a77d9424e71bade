/** Terminal: the command cannot be carried out as it was given; the message says what to change. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** An option that counts. Throws `UsageError` for anything but a whole number from 1. */
export const wholeNumber = (option: string, text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${option} takes a whole number from 1, not ${text}.`);
  return number;
};
