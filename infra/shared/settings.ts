import type { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** What the whole app shares. */
export type Settings = {
  readonly stage: Stage;
  /** Where the folders of the nanoservices are. */
  readonly servicesFolder: string;
  /** Where the state machines' definitions are. */
  readonly workflowsFolder: string;
};

const KEY = 'marquee:settings';

/** Hands the settings to every construct below `root`. */
export const shareSettings = (root: Construct, settings: Settings): void => root.node.setContext(KEY, settings);

/** Throws where no ancestor of `construct` shared any. */
export const settingsOf = (construct: Construct): Settings => {
  const settings: unknown = construct.node.tryGetContext(KEY);
  if (!settings)
    throw new Error(`${construct.node.path}: call shareSettings() on the app before adding constructs to it.`);
  return settings as Settings;
};
