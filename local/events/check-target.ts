import { AwsError } from '../aws/error.ts';
import { isJson } from '../aws/is-json.ts';
import type { Target } from './rule.ts';
import { TARGET_SERVICES } from './targets.ts';

const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** Throws `ValidationException` for a target that EventBridge does not take, or that the runtime does not deliver to. */
export const checkTarget = (target: Target, busArn: string): void => {
  const { Id, Arn, RoleArn, SqsParameters } = target;
  const [, , service = '', region, account] = Arn.split(':');
  if (!/^arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:.+$/.test(Arn)) throw refuse(`Provided Arn is not in correct format.`);
  if (!TARGET_SERVICES.includes(service))
    throw refuse(
      `The embedded runtime does not deliver to ${service} (target ${Id}); it delivers to ${TARGET_SERVICES.join(', ')}.`,
    );
  const [, , , ownRegion, ownAccount] = busArn.split(':');
  if (service !== 'events' && region !== ownRegion)
    throw refuse(`Provided Arn is not in correct format. Reason: the target ${Id} is in the region ${region}.`);
  if (account !== ownAccount)
    throw refuse(`The embedded runtime has the account ${ownAccount} only; the target ${Id} is in ${account}.`);
  if (service === 'states' && !RoleArn) throw refuse(`RoleArn is required for target ${Arn}.`);
  if (RoleArn !== undefined && !/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(RoleArn))
    throw refuse(`Provided role '${RoleArn}' cannot be assumed by principal 'events.amazonaws.com'.`);
  if (service === 'sqs' && Arn.endsWith('.fifo') && !SqsParameters?.MessageGroupId)
    throw refuse(`Parameter(s) MessageGroupId must be specified for target: ${Id}.`);
  if (SqsParameters && !(service === 'sqs' && Arn.endsWith('.fifo')))
    throw refuse(`Parameter(s) SqsParameters not valid for target: ${Id}.`);
  if (target.DeadLetterConfig?.Arn?.endsWith('.fifo'))
    throw refuse(`The dead-letter queue of target ${Id} must be a standard queue.`);
  checkInput(target);
};

const checkInput = ({ Id, Input, InputPath, InputTransformer }: Target): void => {
  const given = [Input, InputPath, InputTransformer].filter((each) => each !== undefined);
  if (given.length > 1)
    throw refuse(`Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`);
  if (Input !== undefined && !isJson(Input)) throw refuse(`JSON syntax error in input for target ${Id}`);
  if (InputTransformer && !isTemplate(InputTransformer.InputTemplate))
    throw refuse(`Invalid InputTemplate for target ${Id} : it is neither JSON nor text in quotation marks.`);
  const paths = { ...InputTransformer?.InputPathsMap, ...(InputPath === undefined ? {} : { InputPath }) };
  for (const [name, path] of Object.entries(paths)) {
    if (name !== 'InputPath' && (/^aws\./i.test(name) || !/^[A-Za-z0-9_-]+$/.test(name)))
      throw refuse(`Invalid InputPathsMap key ${name} for target ${Id}.`);
    if (!/^\$(\.[\w-]+|\['[^']+'\]|\["[^"]+"\]|\[\d+\])*$/.test(path))
      throw refuse(`Invalid jsonPath ${path} for target ${Id}.`);
  }
};

/** A template is JSON, or lines of text in quotation marks, once values stand where its placeholders are. */
const isTemplate = (template: string): boolean => {
  const filled = template.replace(/"(?:[^"\\]|\\.)*"|<[\w.-]+>/gs, (part) => (part.startsWith('<') ? '0' : part));
  return isJson(filled) || filled.trim().split('\n').every(isJson);
};
