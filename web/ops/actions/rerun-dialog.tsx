import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { executionHref } from '../app/links.ts';
import { useSession } from '../app/session.tsx';
import type { Execution } from '../execution/use-execution.ts';
import type { ExecutionTree, Visit } from '../history/model.ts';
import { useSystem } from '../system/use-system.ts';
import { checkClaims } from './claims.ts';
import { EffectList } from './effect-list.tsx';
import { effectsFrom, endingState, parseDefinition, reachableFrom } from './effects.ts';
import { executionName, typedJson } from './rerun.ts';
import { startAgain } from './start-again.ts';

const pretty = (text: string | undefined): string => {
  try {
    return JSON.stringify(JSON.parse(text ?? ''), null, 2);
  } catch {
    return text ?? '{}';
  }
};

/** The input and the variables that a state had when it was entered last. */
const givenTo = (visit: Visit | undefined, tree: ExecutionTree) => ({
  input: pretty(visit?.input ?? tree.input),
  variables: JSON.stringify(
    Object.fromEntries(Object.entries(visit?.variables ?? {}).map(([name, text]) => [name, JSON.parse(text)])),
    null,
    2,
  ),
});

const problemOf = (what: string, text: string): string | undefined => {
  try {
    typedJson(what, text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** Runs a workflow again as a new execution: from its start, or from a state in the middle, with what is entered here. */
export const RerunDialog = ({
  execution,
  tree,
  onClose,
}: {
  execution: Execution;
  tree: ExecutionTree;
  onClose: () => void;
}) => {
  const { stage } = useSession();
  const { data: system } = useSystem();
  const [, navigate] = useLocation();
  const definition = useMemo(() => parseDefinition(execution.machine?.definition), [execution.machine]);
  const former = execution.arn.split(':')[7] ?? '';
  const [name] = useState(() => executionName(former));
  const states = useMemo(() => reachableFrom(definition, definition.StartAt ?? ''), [definition]);
  const visitOf = (state: string): Visit | undefined =>
    tree.visits.findLast((visit) => visit.parent === undefined && visit.name === state);
  const [state, setState] = useState(endingState(tree)?.name ?? definition.StartAt ?? '');
  const [texts, setTexts] = useState(() => givenTo(visitOf(state), tree));
  const fromStart = state === definition.StartAt;
  const { data: claims } = useQuery({
    queryKey: ['rerun-claims', execution.arn, state],
    staleTime: 0,
    gcTime: 0,
    queryFn: () =>
      checkClaims(
        tree,
        definition,
        new Set(reachableFrom(definition, state)),
        // In the middle the claims are those of the former execution: its variables say so.
        fromStart ? { from: former, to: name } : undefined,
      ),
  });
  const rerun = useMutation({
    mutationFn: () =>
      startAgain({
        stage,
        workflow: system?.workflows.find(({ arn }) => arn === execution.machine?.arn)?.name ?? 'workflow',
        execution,
        definition,
        name,
        start: { state, input: texts.input, variables: texts.variables },
      }),
    onSuccess: (arn) => {
      onClose();
      navigate(executionHref(arn));
    },
  });
  const problem =
    problemOf('The input', texts.input) ?? (fromStart ? undefined : problemOf('The variables', texts.variables));
  return (
    <Dialog
      title="Rerun as a new execution"
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            icon="rerun"
            isDisabled={problem !== undefined || rerun.isPending}
            onPress={() => rerun.mutate()}
          >
            Rerun from {state}
          </Button>
        </>
      }
    >
      <label className="field">
        <span className="label">From</span>
        <select
          className="input"
          value={state}
          onChange={({ target }) => {
            setState(target.value);
            setTexts(givenTo(visitOf(target.value), tree));
          }}
        >
          {states.map((each) => (
            <option key={each} value={each}>
              {each}
              {each === definition.StartAt ? ', the start' : visitOf(each) ? '' : ', not run before'}
            </option>
          ))}
        </select>
      </label>
      <p className="hint">
        {fromStart
          ? `The workflow itself runs, as ${name}.`
          : 'A state machine of its own is made that begins there with these variables; it is listed beside the workflow, and costs nothing while it rests.'}
      </p>
      <div className={fromStart ? 'rerun-texts one' : 'rerun-texts'}>
        <label className="field">
          <span className="label">Input</span>
          <textarea
            className="input mono"
            rows={9}
            spellCheck={false}
            value={texts.input}
            onChange={({ target }) => setTexts({ ...texts, input: target.value })}
          />
        </label>
        {!fromStart && (
          <label className="field">
            <span className="label">Variables</span>
            <textarea
              className="input mono"
              rows={9}
              spellCheck={false}
              value={texts.variables}
              onChange={({ target }) => setTexts({ ...texts, variables: target.value })}
            />
          </label>
        )}
      </div>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <h3>What happens again</h3>
      {claims ? (
        <EffectList effects={effectsFrom(definition, state, tree)} claims={claims} />
      ) : (
        <Skeleton rows={4} label="Asking what would happen" />
      )}
      {rerun.error && <Failure title="It was not run again" error={rerun.error} />}
    </Dialog>
  );
};
