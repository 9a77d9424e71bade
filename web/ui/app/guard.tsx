import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Failure, Skeleton } from '../notice.tsx';
import { useUiWords } from '../words/language.tsx';

type Props = { children: ReactNode; at: string; title: string };
type State = { error?: unknown; at: string };

/** What a screen could not draw is said in its place; the bar and the other screens stay. */
class Boundary extends Component<Props, State> {
  override state: State = { at: this.props.at };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps({ at }: Props, state: State) {
    return at === state.at ? null : { error: undefined, at };
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Failure title={this.props.title} error={this.state.error} />
    );
  }
}

/** Around the screen of the address `at`: a failure is said in its place until the address changes; until it is loaded, skeletons. */
export const Guard = ({ at, children }: { at: string; children: ReactNode }) => (
  <Boundary at={at} title={useUiWords().screenFailed}>
    <Suspense fallback={<Skeleton rows={8} />}>{children}</Suspense>
  </Boundary>
);

/** A screen that is loaded when it is first shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));
