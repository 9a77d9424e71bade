/** The account that the laptop pretends to be. */
export const ACCOUNT_ID = '000000000000';

/** The region where the template leaves it open. */
export const REGION = 'us-east-1';

/** Keys of the laptop's owner, accepted by the front door for every action; the values that emulators commonly take. */
export const ADMINISTRATOR = { accessKeyId: 'test', secretAccessKey: 'test' } as const;
