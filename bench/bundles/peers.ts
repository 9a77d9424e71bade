import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle, LAMBDA_CODE } from '../../infra/build/bundle.ts';
import { BUILD_FOLDER, SERVICES_FOLDER } from '../../infra/build/folders.ts';

const client = (name: string, Client: string): [string, string] => [
  `@aws-sdk/${name}`,
  `import { ${Client} } from '@aws-sdk/${name}';\nexport const ${Client.toLowerCase()} = new ${Client}({});`,
];

/** How a client package is used at its least: its client, made once. */
const CLIENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([
    client('client-apigatewaymanagementapi', 'ApiGatewayManagementApiClient'),
    client('client-bedrock-runtime', 'BedrockRuntimeClient'),
    client('client-cloudfront-keyvaluestore', 'CloudFrontKeyValueStoreClient'),
    client('client-dynamodb', 'DynamoDBClient'),
    client('client-eventbridge', 'EventBridgeClient'),
    client('client-s3', 'S3Client'),
    client('client-scheduler', 'SchedulerClient'),
    client('client-sfn', 'SFNClient'),
    client('client-sqs', 'SQSClient'),
  ]),
  '@aws-sdk/lib-dynamodb':
    "import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nexport const table = DynamoDBDocumentClient.from(dynamodbclient);",
};

/** The client packages that the bundle of a nanoservice holds code of. Throws for one that has no entry above. */
export const clientsOf = async (service: string): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: [join(SERVICES_FOLDER, service, 'handler.ts')],
    ...LAMBDA_CODE,
    metafile: true,
    write: false,
    outdir: 'unwritten',
    logLevel: 'silent',
  });
  const found = new Set<string>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const [name] = /@aws-sdk\/(?:client-[\w-]+|lib-dynamodb)(?=\/)/.exec(path) ?? [];
      if (name && bytesInOutput > 0) found.add(name);
    }
  }
  const unknown = [...found].filter((name) => !CLIENTS[name]);
  if (unknown.length > 0) throw new Error(`bench/bundles/peers.ts does not know how ${unknown.join(', ')} is used.`);
  return [...found].sort();
};

/**
 * Makes, for each set of clients, a bundle that holds nothing else, by the very build that the nanoservices go through.
 * Answers the folder of each.
 */
export const buildPeers = async (sets: readonly (readonly string[])[]): Promise<Map<string, string>> => {
  const services = join(BUILD_FOLDER, 'bench', 'services');
  rmSync(join(services, '..'), { recursive: true, force: true });
  const wanted = new Set(sets.filter((set) => set.length > 0).map(peerName));
  for (const set of sets) {
    if (set.length === 0) continue;
    const folder = join(services, 'peers', peerName(set));
    mkdirSync(folder, { recursive: true });
    const lines = set.map((name) => CLIENTS[name]).join('\n');
    writeFileSync(join(folder, 'handler.ts'), `${lines}\nexport const handler = async () => undefined;\n`);
  }
  if (wanted.size > 0) await bundle(services);
  return new Map([...wanted].map((name) => [name, join(services, '..', 'lambda', 'peers', name)]));
};

/** Name of the peer that holds these clients. */
export const peerName = (clients: readonly string[]): string =>
  clients.map((name) => name.replace('@aws-sdk/', '')).join('-and-');
