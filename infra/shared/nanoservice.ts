import { Duration } from 'aws-cdk-lib';
import { Effect, type IGrantable, type IPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleFolder } from '../build/folders.ts';
import { acknowledge } from './acknowledge.ts';
import { settingsOf } from './settings.ts';

export interface NanoserviceProps {
  /** The folder below `services/`, such as `media/make-renditions`: all else follows from it. */
  readonly service: string;
  /** MiB; a vCPU comes with every 1,769. Default 512: below that, start-up is CPU-starved and costs more than it saves. */
  readonly memoryMiB?: number;
  /** Seconds. Default 10. */
  readonly timeoutSeconds?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * One Lambda with everything that it needs: bundle, log group, role, tracing, settings, and the alias `live` that callers
 * use. Its role may write its own log and traces, nothing else; grants are added by whoever composes it.
 */
export class Nanoservice extends Construct implements IGrantable {
  /** The version that callers reach. */
  readonly alias: Alias;
  readonly grantPrincipal: IPrincipal;
  readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: NanoserviceProps) {
    super(scope, id);
    const { stage, servicesFolder } = settingsOf(this);
    const [domain] = props.service.split('/');
    const logGroup = new LogGroup(this, 'Log', { retention: stage.logRetention, removalPolicy: stage.removalPolicy });
    this.logGroup = logGroup;
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    const fn = new LambdaFunction(this, 'Function', {
      description: `Marquee ${props.service}`,
      code: Code.fromAsset(bundleFolder(props.service, servicesFolder)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 10),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: {
        STAGE: stage.name,
        POWERTOOLS_SERVICE_NAME: props.service,
        POWERTOOLS_METRICS_NAMESPACE: `marquee-${domain}`,
        NODE_OPTIONS: '--enable-source-maps',
        ...props.environment,
      },
    });
    this.alias = new Alias(this, 'Live', { aliasName: 'live', version: fn.currentVersion });
    this.grantPrincipal = fn.grantPrincipal;
    acknowledge(
      role,
      'AwsSolutions-IAM5[Resource::*]',
      'X-Ray takes trace segments on no narrower resource: xray:PutTraceSegments and xray:PutTelemetryRecords know only *.',
    );
  }
}
