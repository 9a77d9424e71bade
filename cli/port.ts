/** An option that names a port. Throws `RangeError` for what is none. */
export const portOf = (name: string, text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`--${name} takes a port from 0 to 65535, not ${text}.`);
  return port;
};
