import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { VersionRow } from '../store/versions.ts';
import { machineOf, seconds } from './arns.ts';
import { paging, requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';

type Input = { stateMachineArn?: string; maxResults?: number; nextToken?: string };

/** Versions of a machine, newest first, in pages. */
export const listStateMachineVersions = (core: Core) =>
  operation<Input>('ListStateMachineVersions', 'stateMachineArn', (input) => {
    check(requiredArn('stateMachineArn', input.stateMachineArn), paging(input));
    const { arn } = machineOf(core, input.stateMachineArn);
    const { rows, more } = page(
      `versions ${arn}`,
      input,
      Number.MAX_SAFE_INTEGER,
      ({ number }: VersionRow) => number,
      (below, limit) => core.versions.list(arn, below, limit),
    );
    const stateMachineVersions = rows.map((version) => ({
      stateMachineVersionArn: version.arn,
      creationDate: seconds(version.created_at),
    }));
    return { stateMachineVersions, ...more };
  });
