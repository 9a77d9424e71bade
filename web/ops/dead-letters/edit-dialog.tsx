import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { prettyJson } from '@marquee/ui/json-text.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import { ContractView } from '../events/contract-view.tsx';
import { detailOf, readEvent } from '../events/event.ts';
import { jsonFault } from './json-check.ts';
import type { Letter } from './letter.ts';
import { PersonField } from './person-field.tsx';

export type EditDialogProps = { letter: Letter; onRedrive: (edited: string) => void; onClose: () => void };

/** What the target is to get, to be put right by hand, checked as it is typed. The former text is kept. */
export const EditDialog = ({ letter, onRedrive, onClose }: EditDialogProps) => {
  const before = useMemo(() => prettyJson(letter.payload ?? ''), [letter.payload]);
  const [text, setText] = useState(before);
  const fault = jsonFault(text);
  const settled = useDeferredValue(text);
  const event = useMemo(() => readEvent(settled, 0, ''), [settled]);
  return (
    <Dialog
      title={`Edit “${letter.subject}”, then redrive`}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isDisabled={text === before} onPress={() => setText(before)}>
            As it was
          </Button>
          <Button
            kind="primary"
            icon="redrive"
            isDisabled={fault !== undefined || text === before}
            onPress={() => {
              onRedrive(JSON.stringify(JSON.parse(text)));
              onClose();
            }}
          >
            Redrive the edited message
          </Button>
        </>
      }
    >
      <label className="field">
        <span className="label">What the target is to get</span>
        <textarea
          className="input editor"
          rows={18}
          spellCheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby="edit-fault"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div id="edit-fault" role="status">
        {fault ? (
          <p className="error">
            <Icon name="failed" />
            Line {fault.line}, column {fault.column}: {fault.says}
          </p>
        ) : event?.source.startsWith('marquee.') ? (
          <ContractView
            detailType={event.detailType}
            version={event.version ?? 1}
            detail={detailOf(settled)}
            faultsOnly
          />
        ) : (
          <p className="muted sm">It is JSON. There is no contract to hold it against.</p>
        )}
      </div>
      <PersonField />
      <p className="hint">
        The message as it lies in the queue is written to the operators’ log first. An edited message starts an
        execution of a name of its own.
      </p>
    </Dialog>
  );
};
