import { Duration } from 'aws-cdk-lib';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acceptWildcard, allow } from '../shared/allow.ts';
import { ACTS, type Kind, READS, RECORDS, RERUNS } from './console-actions.ts';
import { type Named, rerunsOf, resourcesOf, type Stage, workflowsOf } from './console-resources.ts';

export interface ConsoleRoleProps {
  readonly stage: Stage;
  /** Where an operator's own doings are written down; whoever has none reads only. */
  readonly operatorLog?: ILogGroup;
}

/** What the console works with: whoever IAM lets take this role on sees the stage, and as an operator acts on it. */
export class ConsoleRole extends Role {
  constructor(scope: Construct, id: string, { stage, operatorLog }: ConsoleRoleProps) {
    super(scope, id, {
      description: `Marquee's console, ${operatorLog ? 'to act' : 'to read'}`,
      assumedBy: new AccountRootPrincipal(),
      maxSessionDuration: Duration.hours(1),
    });
    const resources = resourcesOf(this, stage);
    for (const kind of Object.keys(READS) as Kind[])
      this.#allow([...READS[kind], ...((operatorLog && ACTS[kind]) ?? [])], resources[kind]);
    // So that the console shows what this role may do, and nothing else.
    allow(this, ['iam:SimulatePrincipalPolicy'], [this.roleArn]);
    if (operatorLog) this.#allowReruns(stage, operatorLog);
  }

  #allowReruns(stage: Stage, operatorLog: ILogGroup): void {
    this.#allow(RERUNS, rerunsOf(this));
    allow(
      this,
      ['iam:PassRole'],
      workflowsOf(stage).map(({ machine }) => machine.role.roleArn),
      { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } },
    );
    allow(this, RECORDS, [operatorLog.logGroupArn]);
  }

  #allow(actions: readonly string[], { resources, conditions, wildcard }: Named): void {
    allow(this, actions, resources, conditions);
    if (wildcard === undefined) return;
    for (const resource of resources) if (resource.includes('*')) acceptWildcard(this, resource, wildcard);
  }
}
