import type { Operation } from '../../aws/service.ts';
import type { CloudFormation } from '../state.ts';

/** What stacks export for others to import. */
export const listExports = ({ lifecycle }: CloudFormation): Operation => ({
  permissions: () => [{ action: 'cloudformation:ListExports', resource: '*' }],
  run: () => ({
    Exports: lifecycle.exports.all().map(({ name, value, stackId }) => ({
      ExportingStackId: stackId,
      Name: name,
      Value: value,
    })),
  }),
});
