import { CreateScheduleCommand, DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import type { Detail } from '@marquee/events/event.ts';
import { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import { scheduler } from '../../shared/clients.ts';
import { variable } from '../../shared/environment.ts';

const GroupName = /* @__PURE__ */ variable('SCHEDULE_GROUP');
const bus = /* @__PURE__ */ variable('EVENT_BUS_ARN');
const role = /* @__PURE__ */ variable('SCHEDULE_ROLE_ARN');
const deadLetters = /* @__PURE__ */ variable('SCHEDULE_DEAD_LETTERS_ARN');

/** Has an event put on the bus at a moment, once; a schedule of that name that exists stays as it is. */
export const scheduleEvent = async (
  Name: string,
  instant: string,
  detail: Detail<typeof PublicationDue>,
): Promise<void> => {
  try {
    await scheduler.send(
      new CreateScheduleCommand({
        Name,
        GroupName,
        // In UTC: which moment a local time is was settled when it was chosen.
        ScheduleExpression: `at(${instant.slice(0, 19)})`,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: bus,
          RoleArn: role,
          EventBridgeParameters: { Source: PublicationDue.source, DetailType: PublicationDue.detailType },
          Input: JSON.stringify(PublicationDue.strict.parse(detail)),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: { Arn: deadLetters },
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConflictException')) throw error;
  }
};

/** Takes a schedule back; one that is not there counts as taken back. */
export const unschedule = async (Name: string): Promise<void> => {
  try {
    await scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceNotFoundException')) throw error;
  }
};
