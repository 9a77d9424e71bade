import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { PASSWORD, type PasswordOptions, randomPassword } from '../password.ts';

export const getRandomPassword = (): Operation => ({
  members: Object.keys(PASSWORD),
  permissions: () => [{ action: 'secretsmanager:GetRandomPassword', resource: '*' }],
  run(input: PasswordOptions) {
    checkInput(PASSWORD, input);
    return {
      RandomPassword: randomPassword({ ...input, RequireEachIncludedType: input.RequireEachIncludedType ?? true }),
    };
  },
});
