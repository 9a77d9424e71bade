import { type Console, startConsole } from './start-console.ts';

type Runtime = { stage: string; awsUrl: string; port: number };

/** The operators' console of a runtime of this machine, in the same process. What it works with is loaded when it is opened. */
export const startConsoleBeside = ({ stage, awsUrl, port }: Runtime): Promise<Console> =>
  startConsole({
    role: 'operator',
    port,
    orFreePort: true,
    connect: async () => {
      const { connect } = await import('../connection.ts');
      return connect({ stage, 'aws-port': new URL(awsUrl).port });
    },
    build: async () => {
      const { buildOps } = await import('../../infra/build/ops.ts');
      return buildOps();
    },
  });
