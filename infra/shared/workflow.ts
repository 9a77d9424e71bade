import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrantable, type IPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allow } from './allow.ts';
import type { Nanoservice } from './nanoservice.ts';
import { settingsOf } from './settings.ts';

export interface WorkflowProps {
  /** The file below `workflows/`, without `.asl.json`. */
  readonly definition: string;
  /** The nanoservices that it calls, by the name of their placeholder; each may be invoked by the workflow. */
  readonly nanoservices?: Readonly<Record<string, Nanoservice>>;
  /** Values of all other placeholders. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** `EXPRESS` for chat turns; default `STANDARD`. */
  readonly type?: StateMachineType;
}

const PLACEHOLDER = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** One state machine from its file, with logging, tracing and a role that may do what is granted to it. */
export class Workflow extends Construct implements IGrantable {
  readonly machine: StateMachine;
  readonly grantPrincipal: IPrincipal;

  constructor(
    scope: Construct,
    id: string,
    { definition, nanoservices = {}, substitutions = {}, type }: WorkflowProps,
  ) {
    super(scope, id);
    const { stage, workflowsFolder } = settingsOf(this);
    const file = join(workflowsFolder, `${definition}.asl.json`);
    // Parsed and printed again: white space counts against the template's size, and a file that is not JSON fails here.
    const text = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
    const values: Record<string, string> = { ...substitutions };
    for (const [name, nanoservice] of Object.entries(nanoservices)) values[name] = nanoservice.alias.functionArn;
    checkPlaceholders(file, text, values);

    const log = new LogGroup(this, 'Log', { retention: stage.logRetention, removalPolicy: stage.removalPolicy });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    this.machine = new StateMachine(this, 'StateMachine', {
      definitionBody: DefinitionBody.fromString(text),
      definitionSubstitutions: values,
      stateMachineType: type ?? StateMachineType.STANDARD,
      role,
      tracingEnabled: true,
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: true },
    });
    this.grantPrincipal = role;
    if (Object.keys(nanoservices).length > 0) {
      allow(
        this,
        ['lambda:InvokeFunction'],
        Object.values(nanoservices).map(({ alias }) => alias.functionArn),
      );
    }
    acknowledge(
      role,
      'AwsSolutions-IAM5[Resource::*]',
      'Vended log delivery (logs:*LogDelivery, logs:*ResourcePolicies, logs:DescribeLogGroups) and X-Ray know no narrower resource than *.',
    );
    const resource = this.machine.node.defaultChild as CfnStateMachine;
    // The file's name alone, wherever the construct stands: consoles name the workflow by its logical id.
    resource.overrideLogicalId(`${pascal(definition)}Workflow`);
    resource.addMetadata('marquee:definition', `workflows/${definition}.asl.json`);
  }
}

/** `PublishContent` of `publish-content`. */
const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const checkPlaceholders = (file: string, text: string, values: Readonly<Record<string, string>>): void => {
  const used = new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name));
  for (const name of used) {
    if (name && !(name in values))
      throw new Error(`${file}: the placeholder \${${name}} has no value; add it to the workflow's props.`);
  }
  for (const name of Object.keys(values)) {
    if (!used.has(name)) throw new Error(`${file}: nothing uses \${${name}}; remove it from the workflow's props.`);
  }
};
