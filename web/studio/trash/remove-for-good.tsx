import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useMemo, useState } from 'react';
import { type Asset, assetsOf } from '../api/assets.ts';
import { nameOf } from '../api/content.ts';
import { useApi } from '../app/session.tsx';
import { useUses } from '../library/inspector/uses.tsx';
import { useWords } from '../words/use-words.ts';
import { useTrashWords } from './words.ts';

type Props = { asset: Asset | undefined; close: () => void; done: () => void };

/** Asks once more before a file goes for good, and names the pages that would miss it. */
export const RemoveForGood = ({ asset, close, done }: Props) => (
  <Dialog title={useTrashWords().removeWhat(asset?.name ?? '')} isOpen={asset !== undefined} onClose={close}>
    {asset && <Asked asset={asset} close={close} done={done} />}
  </Dialog>
);

const Asked = ({ asset, close, done }: { asset: Asset; close: () => void; done: () => void }) => {
  const words = useTrashWords();
  const { cancel } = useWords();
  const api = useApi();
  const assets = useMemo(() => assetsOf(api), [api]);
  const { data: uses = [] } = useUses(asset.assetId);
  const [problem, setProblem] = useState('');
  const remove = async (): Promise<void> => {
    try {
      await assets.remove(asset.assetId, uses.length > 0);
      close();
      done();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <p>{words.removeWhy}</p>
      {uses.length > 0 && (
        <div className="fix">
          <p>{words.breaks}</p>
          <ul>
            {uses.map((item) => (
              <li key={item.itemId}>{nameOf(item)}</li>
            ))}
          </ul>
        </div>
      )}
      {problem && <p className="error">{problem}</p>}
      <div className="dialog-act">
        <Button onPress={close}>{cancel}</Button>
        <Button kind="danger" icon="trash" onPress={() => void remove()}>
          {words.remove}
        </Button>
      </div>
    </>
  );
};
