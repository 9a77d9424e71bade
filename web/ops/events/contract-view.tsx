import { counted } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ContractField } from './contract.ts';

const JsonView = lazy(async () => ({ default: (await import('@marquee/ui/json-view.tsx')).JsonView }));

export type ContractViewProps = {
  detailType: string;
  version: number;
  /** The event's `detail`. */
  detail: unknown;
  /** Shows of the fields only those that do not fit: what is being edited stands beside. */
  faultsOnly?: boolean;
};

/** Loaded when first wanted: neither the contracts nor what checks them are of the first load. */
const readContract = async ({ detailType, version, detail }: ContractViewProps) => {
  const { fieldsOf, loadContract } = await import('./contract.ts');
  const schema = await loadContract(detailType, version);
  return schema ? { schema, fields: fieldsOf(schema, detail) } : null;
};

/** Longer values are cut: the event itself stands beside. */
const SHOWN = 80;

type FieldTableProps = Pick<ContractViewProps, 'detailType' | 'version'> & { fields: readonly ContractField[] };

const FieldTable = ({ detailType, version, fields }: FieldTableProps) => (
  <table className="contract">
    <caption className="vh">
      Fields of {detailType}, version {version}, and what this event has
    </caption>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">The contract asks for</th>
        <th scope="col">This event has</th>
      </tr>
    </thead>
    <tbody>
      {fields.map(({ path, type, required, description, value, fault }) => (
        <tr key={path} className={fault === undefined ? undefined : 'bad'}>
          <th scope="row">
            <code>{path}</code>
          </th>
          <td>
            {type}
            {!required && type !== '' && <span className="faint"> optional</span>}
            {description && <span className="faint says">{description}</span>}
          </td>
          <td>
            {value !== undefined && (
              <code className="value" title={value}>
                {value.length > SHOWN ? `${value.slice(0, SHOWN)} …` : value}
              </code>
            )}
            {value === undefined && fault === undefined && <span className="faint">nothing</span>}
            {fault !== undefined && (
              <span className="error">
                <Icon name="failed" />
                {fault}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The event beside its contract, field by field, with what does not fit marked. */
export const ContractView = (props: ContractViewProps) => {
  const { detailType, version, detail, faultsOnly = false } = props;
  const { data, error, isPending } = useQuery({
    queryKey: ['contract', detailType, version, JSON.stringify(detail)],
    queryFn: () => readContract(props),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return <p className="muted sm">Reading the contract …</p>;
  if (error) return <p className="muted sm">The contract could not be loaded: {error.message}</p>;
  if (!data)
    return (
      <p className="muted sm">
        There is no contract of <code>{detailType}</code> in version {version}: it is not one of Marquee’s events, or
        newer than this console.
      </p>
    );
  const faults = data.fields.filter(({ fault }) => fault !== undefined);
  const shown = faultsOnly ? faults : data.fields;
  return (
    <>
      <p className={faults.length > 0 ? 'verdict bad' : 'verdict'} role="status">
        <Icon name={faults.length > 0 ? 'failed' : 'check'} />
        {faults.length > 0
          ? `${counted(faults.length, 'field')} ${faults.length === 1 ? 'does' : 'do'} not fit the contract.`
          : 'It fits its contract.'}
      </p>
      {shown.length > 0 && <FieldTable {...props} fields={shown} />}
      <details className="schema">
        <summary>
          JSON Schema, <code>events/json-schema/{`${detailType}.v${version}.json`}</code>; catalogue,{' '}
          <code>docs/events.md#{`${detailType.toLowerCase()}-version-${version}`}</code>
        </summary>
        <Suspense fallback={null}>
          <JsonView text={JSON.stringify(data.schema)} label={`the schema of ${detailType}`} />
        </Suspense>
      </details>
    </>
  );
};
