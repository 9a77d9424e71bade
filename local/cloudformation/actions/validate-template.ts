import type { Operation } from '../../aws/service.ts';
import { neededCapabilities } from '../capabilities.ts';
import { readTemplate } from '../read-template.ts';
import type { CloudFormation } from '../state.ts';

type Input = { TemplateBody?: string };

/** Checks a template as `CreateStack` would, and tells what it asks for. */
export const validateTemplate = ({ types }: CloudFormation): Operation => ({
  permissions: () => [{ action: 'cloudformation:ValidateTemplate', resource: '*' }],
  run({ TemplateBody }: Input) {
    const template = readTemplate(TemplateBody, types());
    const { capabilities, types: needing } = neededCapabilities(template);
    const names = needing.join(', ');
    return {
      Parameters: Object.entries(template.Parameters ?? {}).map(([ParameterKey, { Default, NoEcho, Description }]) => ({
        ParameterKey,
        ...(Default === undefined ? {} : { DefaultValue: String(Default) }),
        NoEcho: String(NoEcho) === 'true',
        ...(Description === undefined ? {} : { Description }),
      })),
      ...(template.Description === undefined ? {} : { Description: template.Description }),
      Capabilities: capabilities,
      ...(capabilities.length === 0
        ? {}
        : { CapabilitiesReason: `The following resource(s) require capabilities: [${names}]` }),
    };
  },
});
