import { between, length, type Rule } from '../aws/constraints.ts';
import { integer, list, map, needed, structure, text } from '../aws/input-shape.ts';

/** A pattern that the whole value must match; AWS shows it as it stands here. */
export const whole = (pattern: string): Rule => {
  const expression = new RegExp(`^(?:${pattern})$`);
  return (value) =>
    expression.test(String(value)) ? undefined : `Member must satisfy regular expression pattern: ${pattern}`;
};

/** Members that many operations share. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html */
export const RULE_NAME = text(length(1, 64), whole('[\\.\\-_A-Za-z0-9]+'));
export const BUS_NAME = text(length(1, 256), whole('[/\\.\\-_A-Za-z0-9]+'));
export const BUS_NAME_OR_ARN = text(
  length(1, 1600),
  whole('(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus/)?[/\\.\\-_A-Za-z0-9]+'),
);
export const DESCRIPTION = text(length(0, 512));
export const PATTERN = text(length(0, 4096));
export const ARN = text(length(1, 1600));
export const PAGING = { NextToken: text(length(1, 2048)), Limit: integer(between(1, 100)) };
export const TAGS = list(structure({ Key: needed(text(length(1, 128))), Value: needed(text(length(0, 256))) }));
export const TARGET_ID = text(length(1, 64), whole('[\\.\\-_A-Za-z0-9]+'));

const DEAD_LETTERS = structure({ Arn: text(length(1, 1600)) });

export const TARGETS = list(
  structure({
    Id: needed(TARGET_ID),
    Arn: needed(ARN),
    RoleArn: ARN,
    Input: text(length(0, 8192)),
    InputPath: text(length(0, 256)),
    InputTransformer: structure({
      InputPathsMap: map(text(length(0, 256)), length(0, 100)),
      InputTemplate: needed(text(length(1, 8192))),
    }),
    DeadLetterConfig: DEAD_LETTERS,
    RetryPolicy: structure({
      MaximumRetryAttempts: integer(between(0, 185)),
      MaximumEventAgeInSeconds: integer(between(60, 86_400)),
    }),
    SqsParameters: structure({ MessageGroupId: text() }),
  }),
  length(1, 100),
);
