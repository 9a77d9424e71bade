/** What went wrong by its name, as a predicate of the state, and what to do next. */
type Remedy = { says: string; todo: string };

/** Names that Marquee's functions throw; see the classes below `services/`. */
const OWN: Readonly<Record<string, Remedy>> = {
  InvalidInputError: {
    says: 'was given input that does not fit its contract',
    todo: 'The cause names the field. Correct what writes it, deploy, then run again with a corrected input: a redrive sends the same input.',
  },
  EnvironmentError: {
    says: 'lacks a setting',
    todo: 'The cause names the variable. Add it where the function is declared, deploy, then redrive.',
  },
  EventNotPublishedError: {
    says: 'could not put its event on the bus',
    todo: 'Look at the health of EventBridge and its limits, then redrive.',
  },
  OriginalMissingError: {
    says: 'did not find the original file',
    todo: 'The asset was removed meanwhile. Nothing is to be done, unless the removal was a mistake: then upload the file again.',
  },
  OriginalReplacedError: {
    says: 'found another file in the place of its original',
    todo: 'The newer file has an execution of its own. Nothing is to be done here.',
  },
  ContentMissingError: {
    says: 'did not find the record of its content',
    todo: 'The last asset of this content was removed meanwhile. Nothing is to be done, unless the removal was a mistake.',
  },
  RoutesTakenError: {
    says: 'found another publication writing the routes',
    todo: 'Redrive when the other publication is done.',
  },
  PublicationMissingError: { says: 'did not find its publication', todo: 'Ask for the publication again.' },
  GoingLiveError: {
    says: 'waited in vain for a version to go live',
    todo: 'Look at the execution that makes the version live; redrive when it is done.',
  },
  RevisionMissingError: {
    says: 'did not find a revision that is live',
    todo: 'Redrive: the table follows the manifest within moments. If it stays, rebuild the site.',
  },
  NotPublicError: {
    says: 'was to render a page whose item is not public',
    todo: 'Publish the item first, or leave it out; then ask again.',
  },
  NothingToPreviewError: {
    says: 'found nothing to preview',
    todo: 'The item or its version is gone. Ask for a preview of what is there.',
  },
  ConversationBusyError: {
    says: 'found the conversation changed again and again',
    todo: 'Redrive: whoever changed it is done by now.',
  },
  GapBusyError: {
    says: 'found the group changed again and again',
    todo: 'Redrive: whoever changed it is done by now.',
  },
  TurnUnderWayError: {
    says: 'waited in vain for an earlier question to be answered',
    todo: 'Look at the execution of the earlier turn.',
  },
  TurnLostError: {
    says: 'has lost its turn to another execution',
    todo: 'Nothing is to be done: the other one answers, or the fan had it forgotten.',
  },
  UnfoundedAnswerError: {
    says: 'refused an answer that its sources do not say',
    todo: 'The fan was told that something broke. Read the question and its sources in the log, then correct the page or the composer.',
  },
  AnswerNotTakenError: {
    says: "did not take the model's answer",
    todo: 'Passages of the site answered in its place. Nothing is to be done.',
  },
};

const BY_NAME: Readonly<Record<string, Remedy>> = {
  ...OWN,
  'Sandbox.Timedout': {
    says: "ran out of its function's time",
    todo: 'Look at the last log line for what it waited on. Give the function more time (timeoutSeconds) or memory, deploy, then redrive.',
  },
  'States.Timeout': {
    says: 'took longer than it may',
    todo: 'See what it waited for. Answer that, or raise TimeoutSeconds in the definition, then redrive.',
  },
  'States.HeartbeatTimeout': {
    says: 'was not heard of in time',
    todo: 'See whether its worker still runs, then redrive.',
  },
  'States.DataLimitExceeded': {
    says: 'has more data than a state may pass on (256 KB)',
    todo: 'Keep the data in S3 and pass its key. A redrive alone fails again.',
  },
  'States.QueryEvaluationError': {
    says: 'has an expression that cannot be evaluated',
    todo: 'The cause quotes the expression. Compare it with the input and the variables below, correct the workflow, deploy, and run again: a redrive keeps the old definition.',
  },
  'States.Runtime': {
    says: 'could not be executed as it is defined',
    todo: 'Correct the workflow, deploy, and run again: an execution that failed so cannot be redriven.',
  },
  'States.ItemReaderFailed': {
    says: 'could not read its items',
    todo: 'See that the list is there and readable, then redrive.',
  },
  'States.ResultWriterFailed': {
    says: 'could not write its results',
    todo: 'See that the bucket may be written, then redrive.',
  },
  'States.ExceedToleratedFailureThreshold': {
    says: 'had more failed items than it tolerates',
    todo: 'Open the failed items for their own errors; a redrive runs those alone again.',
  },
  'States.TaskFailed': { says: 'failed', todo: 'The cause tells what the task said. Correct that, then redrive.' },
  'States.Permissions': {
    says: 'may not do what it is asked to',
    todo: 'Grant the action that the cause names, deploy, then redrive.',
  },
  'Lambda.TooManyRequestsException': {
    says: 'found no free instance of its function',
    todo: 'Too much ran at the same time. Redrive now that it is over, or raise the concurrency.',
  },
  'Lambda.ResourceNotFoundException': { says: 'did not find its function', todo: 'Deploy the function, then redrive.' },
  'Lambda.Unknown': {
    says: 'got no answer from its function',
    todo: "Look at the function's log for what ended it, then redrive.",
  },
  'Runtime.ExitError': {
    says: "had its function's process end",
    todo: 'Compare the memory used with the limit: running out of memory looks like this. Give it more, deploy, then redrive.',
  },
  'Runtime.OutOfMemory': {
    says: 'ran out of memory',
    todo: 'Give the function more memory (memoryMiB), deploy, then redrive.',
  },
  'Runtime.ImportModuleError': {
    says: 'could not load its code',
    todo: 'Deploy the function again: its bundle lacks a module.',
  },
  'DynamoDB.ConditionalCheckFailedException': {
    says: 'found its item otherwise than it must be',
    todo: 'Somebody else was first, or the item is gone. Look at the item; a redrive helps where it has changed since.',
  },
  'DynamoDB.TransactionCanceledException': {
    says: 'had its transaction cancelled',
    todo: 'The cause lists a reason for each item: TransactionConflict passes with a redrive, ConditionalCheckFailed does not.',
  },
  'DynamoDB.ProvisionedThroughputExceededException': {
    says: 'was throttled by its table',
    todo: 'Redrive when there is less traffic.',
  },
  'S3.NoSuchKeyException': {
    says: 'did not find its object',
    todo: 'See whether the object was removed; put it back, then redrive.',
  },
  'S3.NoSuchKey': {
    says: 'did not find its object',
    todo: 'See whether the object was removed; put it back, then redrive.',
  },
};

const DENIED: Remedy = {
  says: 'may not do what it is asked to',
  todo: 'The cause names the action and the resource. Grant it to the role of the workflow or of the function, deploy, then redrive.',
};
const SERVICE: Remedy = {
  says: 'was turned down by AWS',
  todo: 'If the cause speaks of load or of an internal error, redrive; else correct what was asked.',
};
const UNKNOWN: Remedy = {
  says: 'failed',
  todo: 'Read the cause and the log of the last attempt. Correct what it names, then redrive.',
};

/** What an error means, in words. */
export const remedyOf = (error: string | undefined, cause: string | undefined): Remedy => {
  if (error !== undefined && Object.hasOwn(BY_NAME, error)) return BY_NAME[error] ?? UNKNOWN;
  if (/AccessDenied|not authorized|UnauthorizedOperation/.test(`${error} ${cause}`)) return DENIED;
  if (/(Service|SdkClient|AWSLambda|Throttling|InternalServer)\w*Exception$/.test(error ?? '')) return SERVICE;
  return UNKNOWN;
};
