import { Button } from '@marquee/ui/button.tsx';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useState } from 'react';
import { groupLetters } from './group.ts';
import type { Letter } from './letter.ts';
import { PersonField } from './person-field.tsx';

export type DiscardDialogProps = {
  letters: readonly Letter[];
  onDiscard: (reason: string) => void;
  onClose: () => void;
};

/** Asks why, for a message that is deleted is nowhere else; then it is written down whole, and goes. */
export const DiscardDialog = ({ letters, onDiscard, onClose }: DiscardDialogProps) => {
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <Dialog
      title={
        letters.length === 1 ? `Discard “${letters[0]?.subject}”?` : `Discard ${counted(letters.length, 'message')}?`
      }
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="danger"
            icon="trash"
            isDisabled={said === ''}
            onPress={() => {
              onDiscard(said);
              onClose();
            }}
          >
            Discard {formatCount(letters.length)}
          </Button>
        </>
      }
    >
      <ul className="causes">
        {groupLetters(letters).map(({ key, error, queue, letters: members }) => (
          <li key={key}>
            {counted(members.length, 'message')} with <code>{error}</code> in {queue}
          </li>
        ))}
      </ul>
      <p>
        Nothing is done about what {letters.length === 1 ? 'it says' : 'they say'}. The message is written to the
        operators’ log first, whole.
      </p>
      <label className="field">
        <span className="label">Why, for whoever asks later</span>
        <textarea
          className="input"
          rows={2}
          required
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <PersonField />
    </Dialog>
  );
};
