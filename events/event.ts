import * as z from 'zod';
import { metadata } from './envelope.ts';
import { strictly } from './strictly.ts';

type Description<Data extends z.ZodRawShape> = {
  source: `marquee.${string}`;
  detailType: string;
  version: number;
  data: Data;
};

/**
 * Declares one version of one event. `strict` is for producers: it refuses fields that the contract lacks; `tolerant`
 * is for consumers: it drops them. `pattern` selects the event in an EventBridge rule.
 */
export const event = <Data extends z.ZodRawShape>({ source, detailType, version, data }: Description<Data>) => {
  const tolerant = z.object({ metadata: metadata(version), data: z.object(data) });
  return {
    source,
    detailType,
    version,
    tolerant,
    strict: strictly(tolerant),
    pattern: { source: [source], detailType: [detailType] },
  } as const;
};

/** The `detail` of an event. */
export type Detail<Contract extends { tolerant: z.ZodType }> = z.infer<Contract['tolerant']>;

/** What every contract has in common, whatever its data. */
export type Contract = {
  readonly source: string;
  readonly detailType: string;
  readonly version: number;
  readonly tolerant: z.ZodType;
  readonly strict: z.ZodType;
};
