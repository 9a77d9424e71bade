import type { Page } from '../../../cli/console/testing.ts';

/** An input that a browser would take for markup, a script or an address if it were let. */
export const HOSTILE = '<img src=x onerror="document.title=\'taken\'">"><script>document.title=1</script>';

const LAMPS = ['north', 'east', 'south', 'broken', 'west'];

const event = (key: string): object => ({
  'detail-type': 'AssetUploaded',
  detail: {
    metadata: { eventId: 'e-1', correlationId: 'c-hostile' },
    data: { assetId: 'a-hostile', key: `uploads/a-hostile/${key}` },
  },
});

/** Workflows of every standing, each with the input it is started with. They call nothing that takes time. */
export const machinesFor = (removal: string) =>
  ({
    broken: {
      input: event('lamps.tif'),
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Prepare',
        States: {
          Prepare: { Type: 'Pass', Assign: { lamps: LAMPS, colour: 'amber' }, Next: 'LightLamps' },
          LightLamps: {
            Type: 'Map',
            Items: '{% $lamps %}',
            ItemProcessor: {
              StartAt: 'IsWhole',
              States: {
                IsWhole: {
                  Type: 'Choice',
                  Choices: [{ Condition: "{% $states.input = 'broken' %}", Next: 'NoLight' }],
                  Default: 'Light',
                },
                Light: { Type: 'Pass', End: true },
                NoLight: { Type: 'Fail', Error: 'LampBrokenError', Cause: 'The filament is torn. Replace the lamp.' },
              },
            },
            Next: 'Tell',
          },
          Tell: { Type: 'Pass', Output: { told: '{% $colour %}' }, End: true },
        },
      },
    },
    refused: {
      input: { key: 'one' },
      definition: {
        StartAt: 'Read',
        States: {
          Read: {
            Type: 'Task',
            Resource: 'arn:aws:states:::dynamodb:getItem',
            Parameters: { TableName: 'nobodys', Key: { pk: { S: 'x' } } },
            Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Mend' }],
            End: true,
          },
          Mend: { Type: 'Pass', End: true },
        },
      },
    },
    slow: {
      input: {},
      definition: {
        TimeoutSeconds: 1,
        StartAt: 'TooLong',
        States: { TooLong: { Type: 'Wait', Seconds: 600, End: true } },
      },
    },
    waiting: {
      input: {},
      definition: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              { StartAt: 'Quick', States: { Quick: { Type: 'Pass', End: true } } },
              { StartAt: 'ForTheTide', States: { ForTheTide: { Type: 'Wait', Seconds: 86_000, End: true } } },
            ],
            End: true,
          },
        },
      },
    },
    nested: {
      input: {},
      definition: {
        StartAt: 'Begin',
        States: {
          Begin: {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution',
            Parameters: { StateMachineArn: removal, Input: { release: { assetId: 'a-1', contentId: 'c-1' } } },
            End: true,
          },
        },
      },
    },
    hostile: {
      input: event(HOSTILE),
      definition: {
        StartAt: HOSTILE.slice(0, 70),
        States: { [HOSTILE.slice(0, 70)]: { Type: 'Fail', Error: HOSTILE, Cause: `${HOSTILE} javascript:alert(1)` } },
      },
    },
  }) as const;

export type MachineName = keyof ReturnType<typeof machinesFor>;

type Listed = { stateMachines: { name: string; stateMachineArn: string }[] };

/** Makes the machines as an operator may; answers how to start one, which answers the execution's ARN. */
export const makeMachines = async ({ call }: Page): Promise<(name: MachineName) => Promise<string>> => {
  const need = async <T>(path: string, input: object): Promise<T> => {
    const { status, answer } = await call<T>(path, input);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { stateMachines } = await need<Listed>('states/ListStateMachines', {});
  const arnOf = (part: string): string =>
    stateMachines.find(({ name }) => name.includes(part))?.stateMachineArn ?? `no machine has ${part} in its name`;
  const { roleArn } = await need<{ roleArn: string }>('states/DescribeStateMachine', {
    stateMachineArn: arnOf('processasset'),
  });
  const machines = machinesFor(arnOf('removeasset'));
  const made = await Promise.all(
    Object.entries(machines).map(async ([name, { definition }], index) => {
      const machine = { name: `Rerun-test-${name}-0000000${index}`, definition: JSON.stringify(definition), roleArn };
      return [name, (await need<{ stateMachineArn: string }>('states/CreateStateMachine', machine)).stateMachineArn];
    }),
  );
  const arns = Object.fromEntries(made) as Record<MachineName, string>;
  let started = 0;
  return async (name) => {
    started += 1;
    const execution = {
      stateMachineArn: arns[name],
      name: `${name}-${started}`,
      input: JSON.stringify(machines[name].input),
    };
    return (await need<{ executionArn: string }>('states/StartExecution', execution)).executionArn;
  };
};

/** Every machine's name. */
export const MACHINES = Object.keys(machinesFor('')) as MachineName[];
