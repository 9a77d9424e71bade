import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { ADMINISTRATOR, REGION } from '../local/identity.ts';

/** A role that these services may take on and that may do everything: benches measure work, not refusals. */
export const roleFor = (...services: string[]): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: services }, Action: 'sts:AssumeRole' }],
    },
    Policies: [{ PolicyName: 'all', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }],
  },
});

/** Makes a stack over the wire and waits until it is there. Throws with CloudFormation's reason. */
export const makeStack = async (endpoint: string, StackName: string, Resources: object): Promise<void> => {
  const client = new CloudFormationClient({ endpoint, region: REGION, credentials: ADMINISTRATOR });
  const TemplateBody = JSON.stringify({ Resources });
  await client.send(new CreateStackCommand({ StackName, TemplateBody, Capabilities: ['CAPABILITY_IAM'] }));
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1 }, { StackName });
  client.destroy();
};
