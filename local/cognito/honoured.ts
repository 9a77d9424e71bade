import { type Honoured, named } from '../aws/honouring.ts';

const NO_TRIGGERS = { ClientMetadata: 'it is for triggers, of which a pool has none here' };
const NO_RISK = {
  AnalyticsMetadata: 'nobody analyses sign-ins here',
  UserContextData: 'risks are not judged here',
};
const NO_MAIL = 'no mail or message leaves the laptop';

const all = (members: string, withoutEffect?: Record<string, string>, differs?: string): Honoured => ({
  members: named(members),
  ...(withoutEffect && { withoutEffect }),
  ...(differs === undefined ? {} : { differs }),
});

const CODES = 'Codes are made and never sent, because no mail or message leaves the laptop.';

const POOL = 'Policies AutoVerifiedAttributes MfaConfiguration UserPoolTags AdminCreateUserConfig';
const POOL_WITHOUT = {
  AccountRecoverySetting: NO_MAIL,
  EmailConfiguration: NO_MAIL,
  EmailVerificationMessage: NO_MAIL,
  EmailVerificationSubject: NO_MAIL,
  SmsAuthenticationMessage: NO_MAIL,
  SmsConfiguration: NO_MAIL,
  SmsVerificationMessage: NO_MAIL,
  VerificationMessageTemplate: NO_MAIL,
  UserPoolTier: 'tiers differ in price only',
};

const CLIENT =
  'UserPoolId ClientName RefreshTokenValidity AccessTokenValidity IdTokenValidity TokenValidityUnits ExplicitAuthFlows PreventUserExistenceErrors EnableTokenRevocation AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes CallbackURLs DefaultRedirectURI LogoutURLs SupportedIdentityProviders';
const NO_IMPLICIT = 'The hosted sign-in gives codes and no tokens: the implicit flow is refused.';

const USER = 'UserPoolId Username';
const GROUP = 'UserPoolId GroupName';

/** What the operations of Cognito's user pools make of their input. */
export const COGNITO_HONOURED: Readonly<Record<string, Honoured>> = {
  AddCustomAttributes: all('UserPoolId CustomAttributes'),
  AdminAddUserToGroup: all(`${USER} GroupName`),
  AdminConfirmSignUp: all(USER, NO_TRIGGERS),
  AdminCreateUser: all(
    `${USER} UserAttributes TemporaryPassword MessageAction`,
    { ...NO_TRIGGERS, DesiredDeliveryMediums: NO_MAIL },
    'Invitations are not sent: give a TemporaryPassword.',
  ),
  AdminDeleteUser: all(USER),
  AdminDeleteUserAttributes: all(`${USER} UserAttributeNames`),
  AdminDisableUser: all(USER),
  AdminEnableUser: all(USER),
  AdminGetUser: all(USER),
  AdminInitiateAuth: all(
    'UserPoolId ClientId AuthFlow AuthParameters Session',
    { ...NO_TRIGGERS, AnalyticsMetadata: NO_RISK.AnalyticsMetadata, ContextData: NO_RISK.UserContextData },
    'Flows other than ADMIN_USER_PASSWORD_AUTH, ADMIN_NO_SRP_AUTH and REFRESH_TOKEN_AUTH are refused.',
  ),
  AdminListGroupsForUser: all(`${USER} Limit NextToken`),
  AdminRemoveUserFromGroup: all(`${USER} GroupName`),
  AdminSetUserPassword: all(`${USER} Password Permanent`),
  AdminUpdateUserAttributes: all(`${USER} UserAttributes`, NO_TRIGGERS),
  AssociateSoftwareToken: all('AccessToken Session'),
  ChangePassword: all('PreviousPassword ProposedPassword AccessToken'),
  ConfirmForgotPassword: all('ClientId Username ConfirmationCode Password', { ...NO_TRIGGERS, ...NO_RISK }),
  ConfirmSignUp: all('ClientId Username ConfirmationCode', { ...NO_TRIGGERS, ...NO_RISK }),
  CreateGroup: all(`${GROUP} Description RoleArn Precedence`),
  CreateUserPool: all(`PoolName ${POOL} UsernameAttributes Schema`, POOL_WITHOUT),
  CreateUserPoolClient: all(`${CLIENT} GenerateSecret`, undefined, `Clients have no secrets. ${NO_IMPLICIT}`),
  DeleteGroup: all(GROUP),
  DeleteUser: all('AccessToken'),
  DeleteUserAttributes: all('UserAttributeNames AccessToken'),
  DeleteUserPool: all('UserPoolId'),
  DeleteUserPoolClient: all('UserPoolId ClientId'),
  DescribeUserPool: all('UserPoolId'),
  DescribeUserPoolClient: all('UserPoolId ClientId'),
  ForgotPassword: all('ClientId Username', { ...NO_TRIGGERS, ...NO_RISK }, CODES),
  GetGroup: all(GROUP),
  GetUser: all('AccessToken'),
  GetUserAttributeVerificationCode: all(
    'AccessToken',
    { ...NO_TRIGGERS, AttributeName: 'a user has one code at a time, which verifies any attribute' },
    CODES,
  ),
  GetUserPoolMfaConfig: all('UserPoolId'),
  InitiateAuth: all(
    'AuthFlow AuthParameters ClientId Session',
    { ...NO_TRIGGERS, ...NO_RISK },
    'Flows other than USER_PASSWORD_AUTH and REFRESH_TOKEN_AUTH are refused.',
  ),
  ListGroups: all('UserPoolId Limit NextToken'),
  ListUserPoolClients: all('UserPoolId MaxResults NextToken'),
  ListUserPools: all('MaxResults NextToken'),
  ListUsers: all('UserPoolId AttributesToGet Limit PaginationToken Filter'),
  ListUsersInGroup: all(`${GROUP} Limit NextToken`),
  RespondToAuthChallenge: all('ClientId ChallengeName Session ChallengeResponses', { ...NO_TRIGGERS, ...NO_RISK }),
  RevokeToken: all('Token ClientId'),
  SetUserMFAPreference: all('SMSMfaSettings SoftwareTokenMfaSettings AccessToken', undefined, CODES),
  SetUserPoolMfaConfig: all(
    'UserPoolId SmsMfaConfiguration SoftwareTokenMfaConfiguration MfaConfiguration',
    undefined,
    CODES,
  ),
  SignUp: all('ClientId Username Password UserAttributes', { ...NO_TRIGGERS, ...NO_RISK }, CODES),
  UpdateGroup: all(`${GROUP} Description RoleArn Precedence`),
  UpdateUserAttributes: all('UserAttributes AccessToken', NO_TRIGGERS, CODES),
  UpdateUserPool: all(`UserPoolId ${POOL}`, POOL_WITHOUT),
  UpdateUserPoolClient: all(`${CLIENT} ClientId`, undefined, NO_IMPLICIT),
  VerifySoftwareToken: all('AccessToken Session UserCode FriendlyDeviceName'),
  VerifyUserAttribute: all('AccessToken AttributeName Code'),
};
