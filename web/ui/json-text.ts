/** A text of JSON as a value; `undefined` where it is none, as where it was cut short. */
export const readJson = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

/** JSON over several lines; a text that is none stays as it is. */
export const prettyJson = (text: string): string => {
  const read = readJson(text);
  return read ? JSON.stringify(read.value, null, 2) : text;
};
