import { counted } from '@marquee/ui/count.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../aws/call.ts';
import { looksSecret } from './mask.ts';

export const useFunction = (name: string, enabled = true) =>
  useQuery({
    queryKey: ['function', name],
    enabled: enabled && name !== '',
    queryFn: async ({ signal }) => {
      const [settings, concurrency, mappings] = await Promise.all([
        call('lambda', 'GetFunctionConfiguration', { FunctionName: name }, signal),
        call('lambda', 'GetFunctionConcurrency', { FunctionName: name }, signal),
        call('lambda', 'ListEventSourceMappings', {}, signal),
      ]);
      return {
        settings,
        reserved: concurrency.ReservedConcurrentExecutions,
        sources: (mappings.EventSourceMappings ?? []).filter(({ FunctionArn = '' }) =>
          FunctionArn.split(':')[6]?.startsWith(name),
        ),
      };
    },
    staleTime: 60_000,
  });

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const seconds = (value: number | undefined): string =>
  value === undefined || value < 0 ? 'without end' : counted(value, 'second');

/** How a function is set up, what calls it as a source, and its environment. */
export const ConfigurationView = ({ name }: { name: string }) => {
  const { data, error } = useFunction(name);
  if (error) return <Failure title="The configuration was not read" error={error} />;
  if (!data) return <Skeleton rows={5} label="Reading the configuration" />;
  const { settings, reserved, sources } = data;
  return (
    <div className="pad configuration">
      <dl className="facts-grid">
        <Fact label="Memory">{settings.MemorySize} MiB</Fact>
        <Fact label="Timeout">{seconds(settings.Timeout)}</Fact>
        <Fact label="Runtime">
          {settings.Runtime ?? 'none'}, {settings.Architectures?.join(', ') ?? 'x86_64'}
        </Fact>
        <Fact label="Handler">
          <code>{settings.Handler}</code>
        </Fact>
        <Fact label="Reserved concurrency">
          {reserved === undefined ? 'none: it shares what the account has' : `at most ${reserved} at once`}
        </Fact>
        <Fact label="State">
          {settings.State}
          {settings.LastUpdateStatus && settings.LastUpdateStatus !== 'Successful'
            ? `, last update: ${settings.LastUpdateStatus}`
            : ''}
        </Fact>
        <Fact label="Description">{settings.Description || 'none'}</Fact>
        <Fact label="Name in the account">
          <code>{settings.FunctionName}</code>
        </Fact>
      </dl>
      {sources.length > 0 && <h2>Event sources</h2>}
      {sources.map(
        ({
          UUID,
          EventSourceArn = '',
          State,
          BatchSize,
          LastProcessingResult,
          MaximumRetryAttempts,
          BisectBatchOnFunctionError,
        }) => (
          <p key={UUID} className="sm">
            <code>{EventSourceArn.split(':').slice(5).join(':')}</code>: {State}, up to{' '}
            {counted(BatchSize ?? 1, 'record')} at a time
            {BisectBatchOnFunctionError ? ', batches that fail are halved' : ''}
            {MaximumRetryAttempts === -1 ? ', retried until the records are too old' : ''}.{' '}
            {LastProcessingResult && <span className="muted">{LastProcessingResult}</span>}
          </p>
        ),
      )}
      <h2>Environment</h2>
      <div className="wide">
        <table className="att env-table">
          <tbody>
            {Object.entries(settings.Environment?.Variables ?? {})
              .toSorted(([one], [other]) => one.localeCompare(other))
              .map(([key, value]) => (
                <tr key={key}>
                  <th scope="row">
                    <code>{key}</code>
                  </th>
                  <td>
                    <Setting name={key} value={value} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const Setting = ({ name, value }: { name: string; value: string }) => {
  const [shown, setShown] = useState(!looksSecret(name, value));
  return shown ? (
    <code className="setting">{value}</code>
  ) : (
    <>
      <span aria-hidden="true">••••••••</span>
      <span className="vh">hidden</span>{' '}
      <button type="button" className="link-button" onClick={() => setShown(true)}>
        Show {name}
      </button>
    </>
  );
};
