import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMay, useSession } from '../app/session.tsx';
import { useSystem } from '../system/use-system.ts';
import { discardLetters, redriveLetters } from './act.ts';
import type { Letter } from './letter.ts';
import { LETTERS } from './letter-store.ts';

const KEPT_NAME = 'marquee-ops-name';

/** What the operator calls themselves, kept in this browser: a role is not a person. */
export const keptName = (): string => localStorage.getItem(KEPT_NAME) ?? '';

export const keepName = (name: string): void => localStorage.setItem(KEPT_NAME, name);

export type LetterActions = {
  redrive: (letters: readonly Letter[], edited?: string) => Promise<void>;
  discard: (letters: readonly Letter[], reason: string) => Promise<void>;
};

/** What this role may do to dead letters; undefined where it may not. */
export const useLetterActions = (): { [Name in keyof LetterActions]: LetterActions[Name] | undefined } => {
  const { role } = useSession();
  const { data: system } = useSystem();
  const queries = useQueryClient();
  const mayDelete = useMay('sqs:DeleteMessage', 'sqs:ChangeMessageVisibility');
  const maySend = useMay('states:StartExecution', 'lambda:InvokeFunction');
  const mayRecord = useMay('logs:CreateLogStream', 'logs:PutLogEvents');
  return useMemo(() => {
    if (!system) return { redrive: undefined, discard: undefined };
    const context = () => {
      const person = keptName();
      return { system, doer: { role, ...(person !== '' && { person }) } };
    };
    const carry = async (letters: readonly Letter[], work: () => Promise<void>): Promise<void> => {
      LETTERS.busy(letters.map(({ id }) => id));
      await work();
      for (const queryKey of [['dead-letter-depths'], ['dead-letter-count'], ['discarded']])
        void queries.invalidateQueries({ queryKey });
    };
    return {
      redrive:
        mayDelete && maySend
          ? (letters, edited) => carry(letters, () => redriveLetters(letters, context(), LETTERS.settle, edited))
          : undefined,
      discard:
        mayDelete && mayRecord
          ? (letters, reason) => carry(letters, () => discardLetters(letters, context(), reason, LETTERS.settle))
          : undefined,
    };
  }, [system, role, mayDelete, maySend, mayRecord, queries]);
};
