const WORDS: Readonly<Record<string, string>> = {
  enum: 'It is none of the values that are asked for.',
  const: 'Another value is asked for.',
  format: 'It has not the form that is asked for.',
  pattern: 'It has not the form that is asked for.',
  minLength: 'It is too short.',
  maxLength: 'It is too long.',
  minimum: 'It is too small.',
  exclusiveMinimum: 'It is too small.',
  maximum: 'It is too large.',
  exclusiveMaximum: 'It is too large.',
  minItems: 'It has too few members.',
  maxItems: 'It has too many members.',
  uniqueItems: 'A member stands in it twice.',
};

/** What is wrong with a value, by the keyword of JSON Schema that it fails at; what the validator says where there are no words. */
export const faultWords = (keyword: string, says: string): string => {
  const [, is, asked] = keyword === 'type' ? (/"(\w+)" is invalid\. Expected "(\w+)"/.exec(says) ?? []) : [];
  return is && asked ? `It is of the type ${is}, not ${asked}.` : (WORDS[keyword] ?? says);
};
