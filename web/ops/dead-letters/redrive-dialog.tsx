import { Button } from '@marquee/ui/button.tsx';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { targetKind, targetName } from '../events/rules.ts';
import { useSystem } from '../system/use-system.ts';
import { groupLetters } from './group.ts';
import type { Letter } from './letter.ts';

export type RedriveDialogProps = {
  letters: readonly Letter[];
  onRedrive: (letters: readonly Letter[]) => void;
  onClose: () => void;
};

/** Says what would be sent where, by cause, then sends it. What comes of each stands beside it in the list. */
export const RedriveDialog = ({ letters, onRedrive, onClose }: RedriveDialogProps) => {
  const { data: system } = useSystem();
  const goesTo = ([first]: readonly Letter[]): string => {
    if (!first?.targetArn || !system) return 'the function that set it aside';
    return `${targetKind(first.targetArn) === 'workflow' ? 'workflow' : 'function'} ${targetName(first.targetArn, system)}`;
  };
  return (
    <Dialog
      title={`Redrive ${counted(letters.length, 'message')}?`}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            icon="redrive"
            onPress={() => {
              onRedrive(letters);
              onClose();
            }}
          >
            Redrive {formatCount(letters.length)}
          </Button>
        </>
      }
    >
      <table className="kinds">
        <caption className="vh">What would be redriven, by cause</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Queue</th>
            <th scope="col" className="end">
              Messages
            </th>
            <th scope="col">Goes to</th>
          </tr>
        </thead>
        <tbody>
          {groupLetters(letters).map(({ key, error, queue, letters: members }) => (
            <tr key={key}>
              <th scope="row">
                <code>{error}</code>
              </th>
              <td>{queue}</td>
              <td className="end num">{formatCount(members.length)}</td>
              <td>{goesTo(members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        Each goes to its target itself, past the bus, and leaves the queue only once the target has taken it. What
        failed for a cause that is still there comes back. Twice does no harm: an execution is named after its event,
        and a claim makes the second change nothing.
      </p>
    </Dialog>
  );
};
