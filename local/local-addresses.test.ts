import { expect, test } from 'vitest';
import { siteAddress, withLocalAddresses } from './local-addresses.ts';

const SITE = 'http://localhost:3000';

test.each([
  ['https://d111.cloudfront.net', SITE],
  ['https://d111.cloudfront.net/studio', `${SITE}/studio`],
  ['https://people-dev.auth.us-east-1.amazoncognito.com', `${SITE}/_aws/cognito/people-dev`],
  ['https://people-dev.auth.us-east-1.amazoncognito.com/logout', `${SITE}/_aws/cognito/people-dev/logout`],
  [
    'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a',
    'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a',
  ],
  ['https://abc.execute-api.us-east-1.amazonaws.com/live', 'https://abc.execute-api.us-east-1.amazonaws.com/live'],
  ['https://d111.cloudfront.net.evil.example/', 'https://d111.cloudfront.net.evil.example/'],
  ['see https://d111.cloudfront.net', 'see https://d111.cloudfront.net'],
])('a setting that is %s comes out as %s', (value, local) => {
  expect(siteAddress(value, SITE)).toBe(local);
  expect(siteAddress(value, undefined)).toBe(value);
});

test('among outputs, APIs are at paths of the site too', () => {
  const outputs = {
    Api: 'https://abc.execute-api.us-east-1.amazonaws.com/live',
    Socket: 'wss://abc.execute-api.us-east-1.amazonaws.com/live',
    SignIn: 'https://people-dev.auth.us-east-1.amazoncognito.com',
    Studio: 'https://d111.cloudfront.net/studio',
  };
  expect(withLocalAddresses({ outputs } as never, SITE).outputs).toEqual({
    Api: `${SITE}/_aws/execute-api/abc/live`,
    Socket: 'ws://localhost:3000/_aws/execute-api/abc/live',
    SignIn: `${SITE}/_aws/cognito/people-dev`,
    Studio: `${SITE}/studio`,
  });
});
