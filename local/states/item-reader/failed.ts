import { StateError } from '../language/state-error.ts';

/** The error of a Map whose items cannot be read; `cause` says why. */
export const readerFailed = (cause: string): StateError => new StateError('States.ItemReaderFailed', cause);
