import { join } from 'node:path';
import { createApiGateway } from './apigateway/gateway.ts';
import type { LookUp } from './assembly/dynamic-references.ts';
import type { Assembly } from './assembly/read-assembly.ts';
import type { ResourceType } from './assembly/resource-type.ts';
import { logGroupName } from './aws/arn.ts';
import { openBackend } from './backend/client.ts';
import type { Elsewhere } from './backend/endpoints.ts';
import { createCloudFormation } from './cloudformation/cloudformation.ts';
import { createCloudFront } from './cloudfront/cloudfront.ts';
import { apiGatewayMetrics } from './cloudwatch/sources/api-gateway.ts';
import { eventsMetrics } from './cloudwatch/sources/events.ts';
import { asyncEventAge, lambdaMetrics } from './cloudwatch/sources/lambda.ts';
import { sqsMetrics } from './cloudwatch/sources/sqs.ts';
import { statesMetrics } from './cloudwatch/sources/states.ts';
import { createCognito } from './cognito/cognito.ts';
import type { Event } from './events/event.ts';
import { createEventBridge } from './events/event-bridge.ts';
import { faultsService } from './faults/service.ts';
import { type FoundationOptions, openFoundation } from './foundation.ts';
import { iamService } from './iam/iam.ts';
import { iamResources } from './iam/resources.ts';
import { stsService } from './iam/sts.ts';
import { ACCOUNT_ID, REGION } from './identity.ts';
import { createLambda } from './lambda/lambda.ts';
import { siteAddress } from './local-addresses.ts';
import { createS3 } from './s3/create-s3.ts';
import { createScheduler } from './scheduler/create-scheduler.ts';
import { createSecretsManager } from './secrets-manager/secrets-manager.ts';
import { createSns } from './sns/create-sns.ts';
import { createSqs } from './sqs/create-sqs.ts';
import { createSsm } from './ssm/ssm.ts';
import { createStates } from './states/engine.ts';

export type ServicesOptions = Omit<FoundationOptions, 'publish'> & {
  /** The cloud assembly, which may be another one later. */
  assembly: () => Assembly;
  /** The front door's port, known once it is open. */
  port: () => number;
  /** Where the site answers, known once it does. */
  siteUrl?: () => string | undefined;
  /** Where functions find services that the runtime lacks. */
  elsewhere?: Elsewhere;
  onEvent?: (event: Event, bus: string) => void;
  onFault?: (error: unknown) => void;
};

export type Services = Awaited<ReturnType<typeof openServices>>;

const account = { accountId: ACCOUNT_ID, region: REGION };

/** Opens every service on the data folder and joins those that call each other. Nothing runs before `resume`. */
export const openServices = async ({
  assembly,
  dataFolder,
  clock,
  port,
  siteUrl,
  backends = {},
  elsewhere,
  onEvent,
  onGranted,
  onFaults,
  onFault = () => {},
  closing,
}: ServicesOptions) => {
  const foundation = await openFoundation({
    ...{ dataFolder, clock, backends, onGranted, onFaults, closing },
    publish: (event) => bridge.publish(event),
  });
  const { place, services, directory, faults, cloud, identities, database } = foundation;
  const { dynamodb, fauxqs, cloudWatch, logs, takenOnBy } = foundation;
  const ssm = createSsm({ database, ...place });
  const secrets = createSecretsManager({ database, ...place });
  const lookUp: LookUp = { parameter: ssm.valueOf, secret: secrets.valueOf };
  const cognito = await createCognito({ database, folder: dataFolder, siteUrl, ...place });
  const queueMetrics = closing(sqsMetrics({ sqs: fauxqs.sqs, clock, metrics: cloudWatch.metrics }), (each) =>
    each.stop(),
  );
  const sqs = createSqs(
    { fauxqs, port, ...place },
    backends.sqs === undefined ? undefined : openBackend('sqs', backends.sqs, REGION),
  );
  const [lambdaTakesOn, eventsTakesOn, statesTakesOn] = [takenOnBy('lambda'), takenOnBy('events'), takenOnBy('states')];
  const lambda = closing(
    createLambda({
      database,
      ...place,
      endpoint: () => `http://127.0.0.1:${port()}`,
      elsewhere,
      localAddress: (value) => siteAddress(value, siteUrl?.()),
      credentials: (roleArn, sessionName) => {
        lambdaTakesOn(roleArn, sessionName);
        return identities.sessionFor(roleArn, sessionName);
      },
      log: logs.write,
      onInvocation: lambdaMetrics(cloudWatch.metrics),
      onAge: asyncEventAge(cloudWatch.metrics),
      assetFolder: (key) => assembly().assets.get(key),
      codeFolder: join(dataFolder, 'lambda'),
      cloud: () => cloud,
      principalOf: lambdaTakesOn,
      onWrite: dynamodb.onWrite,
      // Others may write to a server of the user's own, and nothing tells of that.
      lookEvery: dynamodb.foreign ? 1000 : 60_000,
    }),
    (host) => host.close(),
  );
  const sns = createSns({ fauxqs, ...place, cloud: () => cloud });
  const ruleMetrics = eventsMetrics(cloudWatch.metrics);
  const bridge = closing(
    createEventBridge({
      database,
      ...place,
      cloud: () => cloud,
      principalOf: (roleArn, ruleArn) => eventsTakesOn(roleArn, 'eventbridge', ruleArn),
      onEvent(event, bus, ruleArns) {
        ruleMetrics.matched(ruleArns);
        onEvent?.(event, bus);
      },
      onDelivery: ruleMetrics.delivery,
    }),
    (events) => events.close(),
  );
  const scheduler = closing(
    createScheduler({
      database,
      ...place,
      cloud: () => cloud,
      assume: (roleArn, groupArn) => takenOnBy('scheduler')(roleArn, 'scheduler', groupArn),
    }),
    (schedules) => schedules.close(),
  );
  const s3 = closing(
    createS3({
      fauxqs,
      ...place,
      publish: (event) => bridge.publish({ ...event, time: event.time.getTime() }),
      ...(backends.s3 === undefined ? {} : { backend: openBackend('s3', backends.s3, REGION) }),
    }),
    (service) => service.close(),
  );
  const executionMetrics = statesMetrics(cloudWatch.metrics);
  const states = closing(
    createStates({
      database,
      ...place,
      cloud,
      principalOf: (roleArn) => statesTakesOn(roleArn, 'states'),
      onStatusChange(detail) {
        executionMetrics(detail);
        bridge.publish({
          source: 'aws.states',
          detailType: 'Step Functions Execution Status Change',
          resources: [String(detail.executionArn)],
          detail,
          time: clock.now(),
        });
      },
      log: ({ logGroupArn, stream, message, at }) =>
        logs.write({ group: logGroupName(logGroupArn), stream, message, at }),
    }),
    (engine) => engine.close(),
  );
  const apis = createApiGateway({
    database,
    ...place,
    cloud: () => cloud,
    identities,
    principalOf: (roleArn) => takenOnBy('apigateway')(roleArn, 'apigateway'),
    keysOf: cognito.keysOf,
    log: logs.write,
    onAnswered: apiGatewayMetrics(cloudWatch.metrics),
    onFault,
  });
  const cloudFront = createCloudFront({
    ...{ database, clock, cloud: () => cloud, accountId: ACCOUNT_ID },
    ...{ apis, log: logs.write, onFault },
  });
  const cloudFormation = closing(
    createCloudFormation({
      database,
      ...place,
      lookUp,
      assemblyFolder: assembly().folder,
      resourceTypes: () => resourceTypes,
    }),
    (stacks) => stacks.close(),
  );
  services.push(
    ...[...apis.services, ...cloudFront.services],
    ...[...dynamodb.services, s3.service, sqs.service, sns.service, lambda.service, bridge.service, states.service],
    ...[logs.service, cognito.service, cloudFormation.service, scheduler.service, ssm.service, secrets.service],
    ...[cloudWatch.service, stsService(identities), iamService(identities, ACCOUNT_ID)],
    faultsService(faults, () => cloud),
  );
  const values = [ssm, secrets, cognito, cloudWatch, logs];
  const parts = [...values, dynamodb, s3, sqs, sns, lambda, bridge, scheduler, states, apis, cloudFront];
  const resourceTypes: ResourceType[] = [
    ...iamResources(identities),
    ...parts.flatMap((part) => part.resourceTypes),
  ].map((type) => directory.noting(type));

  return {
    account: { ...account, lookUp },
    cloud,
    services,
    identities,
    cognito,
    apis,
    cloudFront,
    cloudFormation,
    resourceTypes,
    /** Goes on with what an earlier run left under way, once the template is carried out; answers how many things. */
    resume: async (): Promise<number> => {
      ssm.sweep();
      secrets.sweep();
      logs.sweep();
      queueMetrics.start();
      return (
        cloudWatch.resume() +
        states.resume() +
        bridge.resume() +
        scheduler.resume() +
        lambda.resume() +
        apis.resume() +
        (await s3.recover())
      );
    },
  };
};
