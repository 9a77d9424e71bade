/** A value of a header, a cookie or a parameter of the query as functions see it. */
export type Valued = {
  value: string;
  attributes?: string;
  multiValue?: readonly { value: string; attributes?: string }[];
};

export type Values = Readonly<Record<string, Valued>>;

/**
 * Headers that functions neither see nor add.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
const DISALLOWED = new RegExp(
  `^(connection|expect|keep-alive|proxy-(authenticate|authorization|connection)|trailer|upgrade|x-accel-(buffering|charset|limit-rate|redirect)|${[
    'x-amz-cf-.*|x-amzn-(auth|cf-billing|cf-id|cf-xff|errortype|fle-profile|header-count|header-order|requestid)',
    'x-amzn-lambda-integration-tag|x-cache|x-edge-.*|x-forwarded-proto|x-real-ip',
  ].join('|')})$`,
);

export const isDisallowed = (name: string): boolean => DISALLOWED.test(name);

/** Headers that a function sees and leaves as they are. */
export const READ_ONLY = {
  'viewer-request': ['content-length', 'host', 'transfer-encoding', 'via'],
  'viewer-response': ['transfer-encoding', 'via', 'warning'],
} as const;

/** Names with their values, of which the first stands apart where there are several. */
export const valuesOf = (pairs: readonly (readonly [name: string, value: string, attributes?: string])[]): Values => {
  const found: Record<string, Valued> = {};
  for (const [name, value, attributes] of pairs) {
    const one = attributes === undefined ? { value } : { value, attributes };
    const known = Object.hasOwn(found, name) ? found[name] : undefined;
    if (known) known.multiValue = [...(known.multiValue ?? [{ ...known }]), one];
    else Object.defineProperty(found, name, { value: { ...one }, enumerable: true });
  }
  return found;
};

/** All values of a name, in their order. */
export const allOf = ({ value, attributes, multiValue }: Valued): readonly { value: string; attributes?: string }[] =>
  multiValue && multiValue.length > 0 ? multiValue : [{ value, ...(attributes === undefined ? {} : { attributes }) }];
