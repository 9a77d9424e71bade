import type { Cloud } from '../../aws/service.ts';

/** One thing that is wrong with a definition, where, as AWS reports it. */
export type Diagnostic = { code: string; message: string; location?: string };

export type ValidationContext = { type: 'STANDARD' | 'EXPRESS'; cloud: Cloud };

export type Report = (message: string, location: string, code?: string) => void;
