/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
const RUNTIMES = `dotnet10 dotnet6 dotnet8 dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1 go1.x java11 java11.al2023
  java17 java17.al2023 java21 java25 java8 java8.al2 java8.al2023 nodejs nodejs10.x nodejs12.x nodejs14.x
  nodejs16.x nodejs18.x nodejs20.x nodejs22.x nodejs24.x nodejs26.x nodejs4.3 nodejs4.3-edge nodejs6.10
  nodejs8.10 provided provided.al2 provided.al2023 python2.7 python3.10 python3.11 python3.12 python3.13
  python3.14 python3.15 python3.6 python3.7 python3.8 python3.9 ruby2.5 ruby2.7 ruby3.2 ruby3.3 ruby3.4 ruby4.0`;

/**
 * The values that members of AWS's answers may have, as its API references list them, by the service's SDK and the member, or the
 * operation and the member where the member alone does not tell. The SDK's models have no such lists. Words are parted by
 * white space.
 */
export const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cloudwatchlogs: {
    AllowedOutputFormats: 'json parquet plain raw w3c',
    AnomalyDetectorStatus: 'ANALYZING DELETED FAILED INITIALIZING PAUSED TRAINING',
    DataProtectionStatus: 'ACTIVATED ARCHIVED DELETED DISABLED',
    DeliveryDestinationType: 'CWL FH S3 XRAY',
    Distribution: 'ByLogStream Random',
    EvaluationFrequency: 'FIFTEEN_MIN FIVE_MIN ONE_HOUR ONE_MIN TEN_MIN THIRTY_MIN',
    'GetQueryResults.Status': 'Cancelled Complete Failed Running Scheduled Timeout Unknown',
    InheritedProperties: 'ACCOUNT_DATA_PROTECTION',
    LogGroupClass: 'DELIVERY INFREQUENT_ACCESS STANDARD',
    OutputFormat: 'json parquet plain raw w3c',
    PolicyType: `DATA_PROTECTION_POLICY FIELD_INDEX_POLICY METRIC_EXTRACTION_POLICY RETENTION_POLICY SUBSCRIPTION_FILTER_POLICY
      TRANSFORMER_POLICY`,
  },
  cognitoidentityprovider: {
    AdvancedSecurityMode: 'AUDIT ENFORCED OFF',
    AllowedOAuthFlows: 'client_credentials code implicit',
    AttributeDataType: 'Boolean DateTime Number String',
    ChallengeName: `ADMIN_NO_SRP_AUTH CUSTOM_CHALLENGE DEVICE_PASSWORD_VERIFIER DEVICE_SRP_AUTH EMAIL_OTP MFA_SETUP Mfa
      NEW_PASSWORD_REQUIRED PASSWORD PASSWORD_SRP PASSWORD_VERIFIER Password SELECT_CHALLENGE SELECT_MFA_TYPE
      SMS_MFA SMS_OTP SOFTWARE_TOKEN_MFA WEB_AUTHN`,
    DeletionProtection: 'ACTIVE INACTIVE',
    DeliveryMedium: 'EMAIL SMS',
    ExplicitAuthFlows: `ADMIN_NO_SRP_AUTH ALLOW_ADMIN_USER_PASSWORD_AUTH ALLOW_CUSTOM_AUTH ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_AUTH
      ALLOW_USER_PASSWORD_AUTH ALLOW_USER_SRP_AUTH CUSTOM_AUTH_FLOW_ONLY USER_PASSWORD_AUTH`,
    MfaConfiguration: 'OFF ON OPTIONAL',
    PreventUserExistenceErrors: 'ENABLED LEGACY',
    UserStatus: `ARCHIVED COMPROMISED CONFIRMED EXTERNAL_PROVIDER FORCE_CHANGE_PASSWORD RESET_REQUIRED UNCONFIRMED UNKNOWN`,
  },
  dynamodb: {
    ApproximateCreationDateTimePrecision: 'MICROSECOND MILLISECOND',
    AttributeType: 'B N S',
    BackupStatus: 'AVAILABLE CREATING DELETED',
    BillingMode: 'PAY_PER_REQUEST PROVISIONED',
    ContinuousBackupsStatus: 'DISABLED ENABLED',
    ContributorInsightsStatus: 'DISABLED DISABLING ENABLED ENABLING FAILED',
    DestinationStatus: 'ACTIVE DISABLED DISABLING ENABLE_FAILED ENABLING UPDATING',
    ExportFormat: 'DYNAMODB_JSON ION',
    ExportStatus: 'COMPLETED FAILED IN_PROGRESS',
    ExportType: 'FULL_EXPORT INCREMENTAL_EXPORT',
    ExportViewType: 'NEW_AND_OLD_IMAGES NEW_IMAGE',
    GlobalTableStatus: 'ACTIVE CREATING DELETING UPDATING',
    ImportStatus: 'CANCELLED CANCELLING COMPLETED FAILED IN_PROGRESS',
    IndexStatus: 'ACTIVE CREATING DELETING UPDATING',
    InputCompressionType: 'GZIP NONE ZSTD',
    KeyType: 'HASH RANGE',
    PointInTimeRecoveryStatus: 'DISABLED ENABLED',
    ProjectionType: 'ALL INCLUDE KEYS_ONLY',
    ReplicaStatus: `ACTIVE ARCHIVED ARCHIVING CREATING CREATION_FAILED DELETING INACCESSIBLE_ENCRYPTION_CREDENTIALS
      REGION_DISABLED REPLICATION_NOT_AUTHORIZED UPDATING`,
    S3SseAlgorithm: 'AES256 KMS',
    SSEType: 'AES256 KMS',
    StreamViewType: 'KEYS_ONLY NEW_AND_OLD_IMAGES NEW_IMAGE OLD_IMAGE',
    TableClass: 'STANDARD STANDARD_INFREQUENT_ACCESS',
    TableStatus: `ACTIVE ARCHIVED ARCHIVING CREATING DELETING INACCESSIBLE_ENCRYPTION_CREDENTIALS REPLICATION_NOT_AUTHORIZED
      UPDATING`,
    TimeToLiveStatus: 'DISABLED DISABLING ENABLED ENABLING',
  },
  eventbridge: {
    ApiDestinationState: 'ACTIVE INACTIVE',
    AuthorizationType: 'API_KEY BASIC OAUTH_CLIENT_CREDENTIALS',
    ConnectionState: `ACTIVE AUTHORIZED AUTHORIZING CREATING DEAUTHORIZED DEAUTHORIZING DELETING FAILED_CONNECTIVITY UPDATING`,
    'DescribeRule.State': 'DISABLED ENABLED ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    'ListRules.State': 'DISABLED ENABLED ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  },
  kms: {
    EncryptionAlgorithm: 'RSAES_OAEP_SHA_1 RSAES_OAEP_SHA_256 SM2PKE SYMMETRIC_DEFAULT',
    KeyAgreementAlgorithm: 'ECDH',
    KeyManager: 'AWS CUSTOMER',
    KeyState: `Creating Disabled Enabled PendingDeletion PendingImport PendingReplicaDeletion Unavailable Updating`,
    KeyUsage: 'ENCRYPT_DECRYPT GENERATE_VERIFY_MAC KEY_AGREEMENT SIGN_VERIFY',
    MacAlgorithm: 'HMAC_SHA_224 HMAC_SHA_256 HMAC_SHA_384 HMAC_SHA_512',
    Origin: 'AWS_CLOUDHSM AWS_KMS EXTERNAL EXTERNAL_KEY_STORE',
  },
  lambda: {
    ApplicationLogLevel: 'DEBUG ERROR FATAL INFO TRACE WARN',
    Architectures: 'arm64 x86_64',
    AuthType: 'AWS_IAM NONE',
    CompatibleArchitectures: 'arm64 x86_64',
    CompatibleRuntimes: RUNTIMES,
    'GetFunction.State': `Active ActiveNonInvocable Deactivated Deactivating Deleting Failed Inactive Pending`,
    'GetFunctionConfiguration.State': `Active ActiveNonInvocable Deactivated Deactivating Deleting Failed Inactive Pending`,
    InvokeMode: 'BUFFERED RESPONSE_STREAM',
    LastUpdateStatus: 'Failed InProgress Successful',
    LogFormat: 'JSON Text',
    OptimizationStatus: 'Off On',
    PackageType: 'Image Zip',
    RecursiveLoop: 'Allow Terminate',
    Runtime: RUNTIMES,
    StartingPosition: 'AT_TIMESTAMP LATEST TRIM_HORIZON',
    SystemLogLevel: 'DEBUG INFO WARN',
    UpdateRuntimeOn: 'Auto FunctionUpdate Manual',
  },
  s3: {
    ArchiveStatus: 'ARCHIVE_ACCESS DEEP_ARCHIVE_ACCESS',
    ChecksumAlgorithm: `CRC32 CRC32C CRC64NVME MD5 SHA1 SHA256 SHA512 XXHASH128 XXHASH3 XXHASH64`,
    EncodingType: 'url',
    'GetBucketVersioning.Status': 'Enabled Suspended',
    MFADelete: 'Disabled Enabled',
    ObjectLockEnabled: 'Enabled',
    ObjectLockLegalHoldStatus: 'OFF ON',
    ObjectLockMode: 'COMPLIANCE GOVERNANCE',
    ObjectOwnership: 'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter',
    Payer: 'BucketOwner Requester',
    ReplicationStatus: 'COMPLETE COMPLETED FAILED PENDING REPLICA',
    RequestCharged: 'requester',
    ServerSideEncryption: 'AES256 aws:backup aws:fsx aws:kms aws:kms:dsse',
    StorageClass: `AWS_BACKUP_LOW_COST_WARM AWS_BACKUP_WARM DEEP_ARCHIVE EXPRESS_ONEZONE FSX_ONTAP FSX_OPENZFS GLACIER GLACIER_IR
      INTELLIGENT_TIERING ONEZONE_IA OUTPOSTS REDUCED_REDUNDANCY SNOW STANDARD STANDARD_IA`,
  },
  sfn: {
    'DescribeExecution.Status': 'ABORTED FAILED PENDING_REDRIVE RUNNING SUCCEEDED TIMED_OUT',
    'DescribeMapRun.Status': 'ABORTED FAILED RUNNING SUCCEEDED',
    'DescribeStateMachine.Status': 'ACTIVE DELETING',
    'DescribeStateMachine.Type': 'EXPRESS STANDARD',
    Level: 'ALL ERROR FATAL OFF',
    RedriveStatus: 'NOT_REDRIVABLE REDRIVABLE REDRIVABLE_BY_MAP_RUN',
    Severity: 'ERROR WARNING',
    'StartSyncExecution.Status': 'FAILED SUCCEEDED TIMED_OUT',
  },
  sns: {
    NumberCapabilities: 'MMS SMS VOICE',
    RouteType: 'Premium Promotional Transactional',
  },
};
