import { Button } from '@marquee/ui/button.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ApiError } from '../../api/call.ts';
import { nameOf } from '../../api/content.ts';
import { Needs } from '../../app/needs.tsx';
import { useMay } from '../../app/session.tsx';
import { useTypes } from '../new-page.tsx';
import { useContent, useLookAtPages } from '../use-pages.ts';
import { Editor } from './editor.tsx';
import { itemKey } from './use-draft.ts';
import { useEditorWords } from './words.ts';

/** Milliseconds between looks: while it goes public, and otherwise. */
const [SOON, LATER] = [1_000, 8_000];

/** One page: written beside its live preview, with what keeps it from being public and all that was done to it. */
export const EditorScreen = ({ itemId }: { itemId: string }) => (
  <Needs action="seePages" place="pages">
    <Loaded itemId={itemId} />
  </Needs>
);

const Loaded = ({ itemId }: { itemId: string }) => {
  const words = useEditorWords();
  const content = useContent();
  const queries = useQueryClient();
  const look = useLookAtPages();
  const mayWrite = useMay('writePages');
  const types = useTypes();
  const { data: item, error } = useQuery({
    queryKey: itemKey(itemId),
    queryFn: () => content.show(itemId),
    refetchInterval: ({ state: { data } }) => (data?.publication?.state === 'waiting' ? SOON : LATER),
  });
  const type = types.data?.find((each) => each.type === item?.type);
  if (item?.state === 'trashed') {
    const bringBack = (): void =>
      void content.restore(itemId).finally(() => {
        void queries.invalidateQueries({ queryKey: itemKey(itemId) });
        look();
      });
    return (
      <Empty
        title={`${nameOf(item)}: ${words.inTrash}`}
        action={mayWrite && <Button onPress={bringBack}>{words.bringBack}</Button>}
      >
        {words.inTrashWhy}
      </Empty>
    );
  }
  // What is open stays open where a look at it fails; whoever writes loses nothing.
  if (item && type) return <Editor item={item} type={type} />;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Empty title={words.gone} action={<Link href="/pages">{words.toPages}</Link>}>
        {words.goneWhy}
      </Empty>
    );
  }
  const failure = error ?? types.error;
  if (failure) return <Failure title={words.gone} error={failure} />;
  return <Skeleton rows={10} label={words.loading} />;
};
