/** How an error travels: its HTTP status and its words. */
export type KnownError = { status: number; message: string };

const throttled = (status: number, message = 'Rate exceeded'): KnownError => ({ status, message });
const broken = (message: string, status = 500): KnownError => ({ status, message });

/**
 * Errors that services answer when they are busy or broken, by code, as their API references have them. `*` holds for every
 * service that has no line of its own.
 */
const ERRORS: Readonly<Record<string, Readonly<Record<string, KnownError>>>> = {
  s3: {
    SlowDown: throttled(503, 'Please reduce your request rate.'),
    InternalError: broken('We encountered an internal error. Please try again.'),
    ServiceUnavailable: broken('Please reduce your request rate.', 503),
    RequestTimeout: broken(
      'Your socket connection to the server was not read from or written to within the timeout period.',
      400,
    ),
  },
  dynamodb: {
    ProvisionedThroughputExceededException: throttled(
      400,
      'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
    ),
    ThrottlingException: throttled(400),
    RequestLimitExceeded: throttled(400, 'Throughput exceeds the current throughput limit for your account.'),
    InternalServerError: broken('The request processing has failed because of an unknown error, exception or failure.'),
    TransactionInProgressException: throttled(
      400,
      'The transaction with the given request token is already in progress.',
    ),
  },
  lambda: {
    TooManyRequestsException: throttled(429, 'Rate Exceeded.'),
    ServiceException: broken('An error occurred and the request cannot be processed.'),
    EC2ThrottledException: throttled(502, 'Lambda was throttled by Amazon EC2 during execution environment setup.'),
  },
  '*': {
    AccessDeniedException: { status: 400, message: 'Access denied by a fault on demand.' },
    InternalFailure: broken('The request processing has failed because of an unknown error, exception or failure.'),
    InternalServerException: broken('Internal server error'),
    RequestThrottled: throttled(400),
    ServiceUnavailable: broken('The request has failed due to a temporary failure of the server.', 503),
    ServiceUnavailableException: broken('The request has failed due to a temporary failure of the server.', 503),
    Throttling: throttled(400),
    ThrottlingException: throttled(400),
    TooManyRequestsException: throttled(429),
  },
};

/** The error behind a code, where the service is known to answer it. */
export const knownError = (service: string, code: string): KnownError | undefined =>
  ERRORS[service]?.[code] ?? ERRORS['*']?.[code];
