import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Declared } from '../declared.ts';
import { checkPolicy } from '../iam/policy-text.ts';
import { checkName } from './actions/create-secret.ts';
import { found, lookUp } from './find.ts';
import { PASSWORD, type PasswordOptions, randomPassword } from './password.ts';
import type { Secret, Secrets, Tag } from './secret.ts';
import { givenValue, newSecret, putValue } from './values.ts';

/** Longest name that is made for a secret. */
const LONGEST_NAME = 128;

type Generate = PasswordOptions & { SecretStringTemplate?: string; GenerateStringKey?: string };

type Properties = {
  Name?: string;
  Description?: string;
  SecretString?: unknown;
  GenerateSecretString?: Generate;
  Tags?: Tag[];
};

const nameOf = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.Name ?? physicalName(resource, LONGEST_NAME));

/** `AWS::SecretsManager::Secret`. A value that is made by chance is made once, and again only where its description changes. */
export const secretType = (secrets: Secrets, declared: Declared): ResourceType => ({
  type: 'AWS::SecretsManager::Secret',
  honoured: [
    ...['Name', 'Description', 'SecretString', 'Tags', 'GenerateSecretString.SecretStringTemplate'],
    ...['GenerateStringKey', ...Object.keys(PASSWORD)].map((name) => `GenerateSecretString.${name}`),
  ],
  withoutEffect: { KmsKeyId: 'the laptop encrypts its own disk' },
  create(resource, context) {
    const name = nameOf(resource, context);
    checkName(name);
    const { Description, SecretString, GenerateSecretString, Tags = [] } = resource.properties as Properties;
    if (SecretString !== undefined && GenerateSecretString)
      throw new Error('A secret has either SecretString or GenerateSecretString.');
    const { deletedAt: _, goesAt: __, ...known } = secrets.store.byName(name) ?? newSecret(secrets, { name });
    const { description: ___, ...rest } = known;
    const settings = Description === undefined ? {} : { description: String(Description) };
    declared.declare(`${name}#settings`, { Description, Tags }, () =>
      secrets.store.put({ ...rest, ...settings, tags: Tags }),
    );
    const secret = found(secrets, name);
    // The value is a declaration of its own, so that a new description does not make a new password.
    declared.declare(`${name}#value`, { SecretString, GenerateSecretString }, () => {
      const text = GenerateSecretString ? generated(GenerateSecretString) : SecretString;
      if (text !== undefined) putValue(secrets, secret, givenValue({ SecretString: String(text) }) ?? {});
    });
    return { ref: secret.arn, attributes: { Id: secret.arn } };
  },
  taken: (resource, context) => secrets.store.byName(nameOf(resource, context))?.name,
  remove(_resource, { ref }) {
    const secret = lookUp(secrets, ref);
    if (!secret) return;
    for (const part of ['settings', 'value']) declared.forget(`${secret.name}#${part}`);
    secrets.store.remove(secret.arn);
  },
});

/** A text by chance, alone or as a member of the template's JSON. */
const generated = ({ SecretStringTemplate, GenerateStringKey, ...options }: Generate): string => {
  const read = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, plain(value)]));
  const password = randomPassword(read as PasswordOptions);
  if ((SecretStringTemplate === undefined) !== (GenerateStringKey === undefined))
    throw new Error('GenerateSecretString takes SecretStringTemplate and GenerateStringKey together.');
  if (SecretStringTemplate === undefined || GenerateStringKey === undefined) return password;
  return JSON.stringify({ ...(JSON.parse(SecretStringTemplate) as object), [GenerateStringKey]: password });
};

/** Templates may have numbers and truth as text. */
const plain = (value: unknown): unknown => {
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
};

/** `AWS::SecretsManager::ResourcePolicy`. */
export const resourcePolicyType = (secrets: Secrets, declared: Declared): ResourceType => ({
  type: 'AWS::SecretsManager::ResourcePolicy',
  honoured: ['SecretId', 'ResourcePolicy', 'BlockPublicPolicy'],
  create({ properties }) {
    const secret = found(secrets, String(properties.SecretId));
    const policy = JSON.stringify(properties.ResourcePolicy);
    checkPolicy(policy, 'MalformedPolicyDocumentException');
    declared.declare(`${secret.name}#policy`, policy, () => secrets.store.put({ ...secret, policy }));
    return { ref: secret.arn, attributes: { Id: secret.arn } };
  },
  remove(_resource, { ref }) {
    const secret = lookUp(secrets, ref);
    if (secret) withoutPolicy(secrets, declared, secret);
  },
});

const withoutPolicy = ({ store }: Secrets, declared: Declared, { policy: _, ...secret }: Secret): void => {
  declared.forget(`${secret.name}#policy`);
  store.put(secret);
};

/** Takes away the policies that no template declares any more. Secrets stay, as all that holds data does. */
export const sweep = (secrets: Secrets, declared: Declared): void => {
  for (const left of declared.left()) {
    const secret = left.endsWith('#policy') ? secrets.store.byName(left.slice(0, -'#policy'.length)) : undefined;
    if (secret) withoutPolicy(secrets, declared, secret);
  }
};
