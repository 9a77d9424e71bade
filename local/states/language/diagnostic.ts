import type { Cloud } from '../../aws/service.ts';

/** One thing that is wrong with a definition, where, as AWS reports it. */
export type Diagnostic = { code: string; message: string; location?: string };

export type ValidationContext = {
  type: 'STANDARD' | 'EXPRESS';
  cloud: Cloud;
  /** Whether the outermost chain may lead to states that are not there, and have states that nothing leads to. */
  open?: boolean;
  /** Whether resources may be ones that AWS has and the runtime lacks. */
  anywhere?: boolean;
};

/** Tells of something that is wrong; what is wrong with the machine as a whole has no location. */
export type Report = (message: string, location: string | undefined, code?: string) => void;
