import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  type CreateStackCommandInput,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { ADMINISTRATOR, REGION } from '../identity.ts';
import { type Runtime, startRuntime } from '../runtime.ts';

export type TestTemplate = { Resources: Record<string, object>; [section: string]: unknown };

/** A runtime without a cloud assembly and a client that brings it stacks, for tests. */
export const openStacks = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stacks-'));
  const start = async (): Promise<void> => {
    runtime = await startRuntime({ dataFolder: folder, awsPort: 0, sitePort: 0 });
    config = { endpoint: runtime.awsUrl, region: REGION, credentials: ADMINISTRATOR, maxAttempts: 1 };
    client = new CloudFormationClient(config);
  };
  let runtime: Runtime;
  let client: CloudFormationClient;
  let config: { endpoint: string; region: string; credentials: typeof ADMINISTRATOR; maxAttempts: number };
  await start();

  const describe = async (StackName: string) =>
    (await client.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
  /** The stack once nothing is under way in it any more. */
  const settled = async (name: string) => {
    for (;;) {
      const stack = await describe(name);
      if (!stack?.StackStatus?.endsWith('_IN_PROGRESS')) return stack;
    }
  };
  const request = (StackName: string, template: TestTemplate, more: Partial<CreateStackCommandInput>) => ({
    StackName,
    TemplateBody: JSON.stringify(template),
    ...more,
  });
  return {
    settled,
    runtime: () => runtime,
    config: () => config,
    client: () => client,
    async create(name: string, template: TestTemplate, more: Partial<CreateStackCommandInput> = {}) {
      const { StackId = '' } = await client.send(new CreateStackCommand(request(name, template, more)));
      return settled(StackId);
    },
    async update(name: string, template: TestTemplate, more: Partial<CreateStackCommandInput> = {}) {
      const { StackId = '' } = await client.send(new UpdateStackCommand(request(name, template, more)));
      return settled(StackId);
    },
    async remove(name: string, RetainResources?: string[]) {
      const { StackId = name } = (await describe(name)) ?? {};
      await client.send(new DeleteStackCommand({ StackName: name, RetainResources }));
      return settled(StackId);
    },
    /** What happened to each resource, `<logical id> <status>`, in order. */
    async events(StackName: string): Promise<string[]> {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
      return StackEvents.map(
        ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
      ).reverse();
    },
    async restart(): Promise<void> {
      client.destroy();
      await runtime.close();
      await start();
    },
    async close(): Promise<void> {
      client.destroy();
      await runtime.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Stacks = Awaited<ReturnType<typeof openStacks>>;

/** The value of an output. */
export const outputOf = (
  stack: { Outputs?: { OutputKey?: string; OutputValue?: string }[] } | undefined,
  name: string,
): string | undefined => stack?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
