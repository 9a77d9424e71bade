type Properties = Readonly<Record<string, unknown>>;

export const POOL_HONOURED = [
  'UserPoolName',
  'Policies',
  'UsernameAttributes',
  'AutoVerifiedAttributes',
  'AdminCreateUserConfig',
  'Schema',
];

export const POOL_WITHOUT_EFFECT = {
  AliasAttributes: 'people sign in with their user name here',
  AccountRecoverySetting: 'no mail leaves the laptop',
  EmailVerificationMessage: 'no mail leaves the laptop',
  EmailVerificationSubject: 'no mail leaves the laptop',
  SmsVerificationMessage: 'no message leaves the laptop',
  VerificationMessageTemplate: 'no mail leaves the laptop',
  MfaConfiguration: 'one-time passwords are not asked for here',
  EnabledMfas: 'one-time passwords are not asked for here',
  UsernameConfiguration: 'user names are compared as they are',
  UserPoolTier: 'tiers differ in price only',
  DeletionProtection: 'nothing is deleted here but by deleting the data folder',
};

export const CLIENT_HONOURED = [
  'UserPoolId',
  'ExplicitAuthFlows',
  'AccessTokenValidity',
  'IdTokenValidity',
  'RefreshTokenValidity',
  'TokenValidityUnits',
  'EnableTokenRevocation',
  'ClientName',
  'PreventUserExistenceErrors',
  'CallbackURLs',
  'LogoutURLs',
  'DefaultRedirectURI',
  'AllowedOAuthFlows',
  'AllowedOAuthScopes',
  'AllowedOAuthFlowsUserPoolClient',
  'SupportedIdentityProviders',
];

export const GROUP_PROPERTIES = ['GroupName', 'Description', 'UserPoolId', 'Precedence'];

/** A user pool as cognito-local keeps it. */
export const poolOf = (properties: Properties, { id, arn, now }: { id: string; arn: string; now: number }): object => ({
  Id: id,
  Arn: arn,
  Name: properties.UserPoolName ?? id,
  Policies: properties.Policies,
  UsernameAttributes: properties.UsernameAttributes ?? [],
  AutoVerifiedAttributes: properties.AutoVerifiedAttributes,
  AdminCreateUserConfig: properties.AdminCreateUserConfig,
  MfaConfiguration: 'OFF',
  CreationDate: new Date(now),
  LastModifiedDate: new Date(now),
});

/** An app client as cognito-local keeps it. */
export const clientOf = (properties: Properties, id: string, now: number): object => ({
  EnableTokenRevocation: true,
  ...properties,
  ClientId: id,
  ClientName: properties.ClientName ?? id,
  CreationDate: new Date(now),
  LastModifiedDate: new Date(now),
  TokenValidityUnits: {
    AccessToken: 'hours',
    IdToken: 'hours',
    RefreshToken: 'days',
    ...(properties.TokenValidityUnits as object),
  },
});
